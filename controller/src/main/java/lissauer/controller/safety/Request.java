package lissauer.controller.safety;

/**
 * What the law asks the gate for.
 *
 * @param powerWatts wanted output; 0 outside heating
 * @param atMostSeconds for how long, if no other request follows; the lease is no longer than that
 * @param site where the tip is, for counting RF time
 */
public record Request(double powerWatts, double atMostSeconds, int site) {}
