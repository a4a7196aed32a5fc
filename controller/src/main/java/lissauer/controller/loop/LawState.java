package lissauer.controller.loop;

import lissauer.controller.control.TemperatureMemory;

/**
 * What the control laws remember. At every site it begins anew, but for what the law of temperature
 * has learned of tissue and sensor.
 *
 * @param pulseFraction share of the full burst power in use, 0 to 1
 */
public record LawState(TemperatureMemory temperature, double pulseFraction) {
  static LawState restingAt(double celsius) {
    return new LawState(TemperatureMemory.restingAt(celsius), 1);
  }
}
