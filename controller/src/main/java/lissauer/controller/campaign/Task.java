package lissauer.controller.campaign;

import lissauer.hal.Caps;

/**
 * What a control law is told before it starts: what any rig and plan could tell it, and nothing of
 * the tissue.
 *
 * @param caps of the electrode; a law may use power up to {@link #limitWatts}
 * @param rampSeconds 0 asks for the fastest safe one
 * @param sensorLagSeconds what the electrode's file says of its thermocouple; the one in hand
 *     differs
 * @param conversionSeconds between two samples of the thermocouple, of which each is the mean of
 *     that time; 0 for an instant at every tick
 */
public record Task(
    double tickSeconds,
    Caps caps,
    double setCelsius,
    double rampSeconds,
    double sensorLagSeconds,
    double conversionSeconds) {

  /** Most that may ever be asked for. */
  public double limitWatts() {
    return caps.absoluteWatts();
  }
}
