package lissauer.controller.safety;

/**
 * What the law asks the gate for.
 *
 * @param powerWatts wanted output; 0 outside heating
 * @param atMostSeconds for how long, if no other request follows; the lease is no longer than that
 * @param site where the tip is, for counting what it is given
 * @param placed whether the tip is in place there and stays
 * @param surpriseKelvin the last temperature less what the law's model expected; 0 when it expects
 *     nothing
 */
public record Request(
    double powerWatts, double atMostSeconds, int site, boolean placed, double surpriseKelvin) {}
