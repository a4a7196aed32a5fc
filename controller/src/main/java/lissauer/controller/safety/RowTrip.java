package lissauer.controller.safety;

import static lissauer.controller.safety.TripText.say;

/** Why a row does not go on from where it is. */
public sealed interface RowTrip extends Trip {
  /** The tip did not get to its site. */
  record PositionNotReached(double waitedSeconds, double limitSeconds) implements RowTrip {
    @Override
    public String what() {
      return say(
          "the tip was not at its site after %.0f s, limit %.0f s", waitedSeconds, limitSeconds);
    }
  }

  /** The impedance never showed the tip in tissue. */
  record ContactNotMade(double impedanceOhms, double minimumOhms, double maximumOhms)
      implements RowTrip {
    @Override
    public String what() {
      return say(
          "impedance %.0f Ω before heating, tissue reads %.0f to %.0f Ω",
          impedanceOhms, minimumOhms, maximumOhms);
    }
  }

  /** The tip did not reach its set temperature. */
  record TargetNotReached(double tipCelsius, double setCelsius, double limitSeconds)
      implements RowTrip {
    @Override
    public String what() {
      return say(
          "tip at %.1f °C, set %.1f °C, still below %.1f s after the start of the ramp",
          tipCelsius, setCelsius, limitSeconds);
    }
  }

  /** The tip does not cool with RF off. */
  record NotCooling(double tipCelsius, double belowCelsius, double limitSeconds)
      implements RowTrip {
    @Override
    public String what() {
      return say(
          "tip still at %.1f °C after %.0f s without RF, must fall below %.1f °C",
          tipCelsius, limitSeconds, belowCelsius);
    }
  }
}
