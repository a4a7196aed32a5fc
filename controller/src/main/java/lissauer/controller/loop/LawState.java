package lissauer.controller.loop;

import lissauer.controller.control.TemperatureLaw;

/**
 * What the control laws remember. It begins anew at every site, so nothing leaks from one lesion to
 * the next.
 *
 * @param pulseFraction share of the full burst power in use, 0 to 1
 */
public record LawState(TemperatureLaw.State temperature, double pulseFraction) {
  static LawState restingAt(double celsius) {
    return new LawState(TemperatureLaw.State.restingAt(celsius), 1);
  }
}
