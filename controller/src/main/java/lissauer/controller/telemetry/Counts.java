package lissauer.controller.telemetry;

/**
 * How telemetry fared so far.
 *
 * @param delivered messages that the broker has confirmed
 * @param waiting messages that it has not
 * @param waitingBatches batches of samples that have not left yet
 * @param lostMessages messages that found the outbox full or were damaged in it
 * @param droppedSamples samples that found no room in memory, or no broker until the end
 * @param connections how often a broker was reached
 * @param refusedCommands commands that were not obeyed
 * @param trouble the last thing that went wrong, or empty
 */
public record Counts(
    long delivered,
    long waiting,
    long waitingBatches,
    long lostMessages,
    long droppedSamples,
    long connections,
    long refusedCommands,
    String trouble) {}
