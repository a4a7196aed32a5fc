package lissauer.controller.campaign;

import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;

/** A control law at work on one site. */
public interface Controller {
  /**
   * One tick, once per {@link Task#tickSeconds()}, with what the real loop would have then.
   *
   * @param sample the latest conversion, seen before or not
   * @param reading the reply to the command of the tick before: it ends where that tick began
   * @return power to ask for, in W
   */
  double watts(long nowNanos, TemperatureSample sample, RfReading reading);

  /**
   * Whether the last command was already part of the ramp, and not of a probe before it. Times are
   * counted from the first such command.
   */
  default boolean ramping() {
    return true;
  }

  /** One tick without RF, on the way to the next site of a row. */
  default void rest(long nowNanos, TemperatureSample sample, RfReading reading) {}
}
