package lissauer.controller.telemetry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import lissauer.controller.loop.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Tells a broker what a rig does. Stands behind a queue: nothing here, and nothing that the broker
 * does or leaves undone, reaches the tick.
 */
public final class Telemetry implements Consumer<Tick>, AutoCloseable {
  private static final int MOST_BATCHES = 1500; // 5 minutes
  private static final long BATCH_NANOS = 200_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Identity who;
  private final Scribe scribe;
  private final RowTeller teller;
  private final Inbox inbox;
  private final Outbox outbox;
  private final SampleQueue samples = new SampleQueue(MOST_BATCHES);
  private final Semaphore wake = new Semaphore(0);
  private final Profile profile;
  private final Courier courier;
  private final List<Sample> batch = new ArrayList<>();
  private final int samplesPerBatch;
  private @Nullable Tick last;
  private long openedNanos;
  private double energyJoules;

  /**
   * What may come in from outside. There is no more.
   *
   * @param stop cuts RF; called at once, on the network's thread
   * @param acknowledged told the name of a latched trip that somebody has acknowledged
   */
  public record Controls(Runnable stop, Consumer<String> acknowledged) {}

  /**
   * Starts telling; the broker is looked for on another thread.
   *
   * @param outboxFolder where messages wait on disk until the broker has them
   */
  public Telemetry(Identity who, TelemetrySettings broker, Path outboxFolder, Controls controls) {
    this.who = who;
    outbox = new Outbox(outboxFolder, fileName(who), Outbox.MOST_MESSAGES, System::nanoTime);
    scribe = new Scribe(who, outbox, this::made);
    teller = new RowTeller(who.protocol().plan(), scribe);
    inbox =
        new Inbox(controls.stop(), name -> acknowledge(name, controls), scribe, System::nanoTime);
    samplesPerBatch = Math.toIntExact(Math.max(1, BATCH_NANOS / who.protocol().tickNanos()));
    profile = broker.profile(who, inbox, this::counts, outboxFolder);
    courier = new Courier(broker.reach(who), profile, outbox, samples, wake, this::unheard);
    courier.start();
  }

  /** Sorts by when the service started. */
  private static String fileName(Identity who) {
    return who.started().toString().replace(':', '-') + "_" + who.birth();
  }

  @Override
  public void accept(Tick tick) {
    Tick before = last;
    last = tick;
    if (before == null) {
      openedNanos = tick.atNanos();
    } else {
      samples.missed(tick.number() - before.number() - 1);
      double joules = tick.inputs().rf().powerWatts() * (tick.atNanos() - before.atNanos()) * 1e-9;
      energyJoules += tick.inputs().rf().outputOn() && joules > 0 ? joules : 0;
    }
    Stamp at =
        new Stamp(
            tick.atNanos(),
            who.started().plusNanos(tick.atNanos() - openedNanos).truncatedTo(ChronoUnit.MICROS));
    scribe.now(at);
    teller.accept(tick);
    Sample sample = new Sample(tick, at, energyJoules);
    profile.made(sample);
    batch.add(sample);
    if (batch.size() >= samplesPerBatch) {
      flush();
    }
  }

  /** The row is over; its summary goes out. Called after the last tick. */
  public void ended(RowEnd end) {
    flush();
    Map<String, @Nullable Object> summary = end.json(who);
    summary.put("dropped_samples", samples.droppedSamples());
    summary.put("waiting_samples", samples.waitingSamples());
    summary.put("lost_messages", outbox.lost());
    summary.put("refused_commands", inbox.refused());
    scribe.tell(Message.Kind.SUMMARY, summary);
  }

  /** How it went so far. */
  public Counts counts() {
    return new Counts(
        outbox.delivered(),
        outbox.waiting(),
        samples.size(),
        outbox.lost(),
        samples.droppedSamples(),
        courier.connections(),
        inbox.refused(),
        outbox.trouble().isEmpty() ? courier.lastTrouble() : outbox.trouble());
  }

  /** What is wrong with the broker now, or empty. */
  public String brokerTrouble() {
    return courier.trouble();
  }

  /** What is wrong with the outbox, or empty. */
  public String outboxTrouble() {
    return outbox.trouble();
  }

  private void unheard(List<String> topics) {
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    details.put("topics", topics);
    scribe.event(
        "commands-unavailable", "the broker lets no command through: stop at the rig", details);
  }

  /**
   * Delivers what can be delivered within seconds; what cannot stays on disk for the next run, but
   * for samples, which are dropped and counted.
   */
  @Override
  public void close() {
    flush();
    boolean _ = courier.finish(PATIENCE);
    samples.abandon();
    outbox.close();
  }

  private boolean acknowledge(String name, Controls controls) {
    Optional<Alarm> latched = teller.acknowledge(name);
    latched.ifPresent(alarm -> controls.acknowledged().accept(alarm.trip().name()));
    return latched.isPresent();
  }

  private void made(Message message) {
    profile.made(message);
    wake.release();
  }

  private void flush() {
    if (!batch.isEmpty()) {
      samples.add(new Batch(scribe.number(), batch));
      batch.clear();
      wake.release();
    }
  }
}
