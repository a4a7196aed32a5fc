package lissauer.controller.safety;

import static lissauer.controller.safety.TripText.say;

/** What the generator puts out, into which load and for how long, that cuts RF. */
public sealed interface OutputTrip extends Trip {
  /** The generator has measured nothing new for too long. */
  record StaleReading(double ageSeconds, double limitSeconds) implements OutputTrip {
    @Override
    public String what() {
      return say(
          "the generator measured nothing new for %.3f s, limit %.3f s", ageSeconds, limitSeconds);
    }
  }

  /** The generator puts out more than it was told. */
  record PowerAboveCommand(double measuredWatts, double commandedWatts) implements OutputTrip {
    @Override
    public String what() {
      return say(
          "the generator puts out %.3f W, commanded at most %.3f W", measuredWatts, commandedWatts);
    }
  }

  /** The generator puts out far less than it was told, or nothing. */
  record PowerBelowCommand(double measuredWatts, double commandedWatts) implements OutputTrip {
    @Override
    public String what() {
      return say(
          "the generator puts out %.3f W, commanded at least %.3f W",
          measuredWatts, commandedWatts);
    }
  }

  /** The generator was told to be off and is not. */
  record OutputNotOff(double measuredWatts, double limitWatts) implements OutputTrip {
    @Override
    public String what() {
      return say(
          "the generator puts out %.3f W although told to be off, limit %.3f W",
          measuredWatts, limitWatts);
    }
  }

  /** While heating, the impedance says short, open, char or lost contact. */
  record ImpedanceOutside(double impedanceOhms, double minimumOhms, double maximumOhms)
      implements OutputTrip {
    @Override
    public String what() {
      return say(
          "impedance %.0f Ω while heating, allowed %.0f to %.0f Ω",
          impedanceOhms, minimumOhms, maximumOhms);
    }
  }

  /** The impedance rose so fast that vapour or char must be at the tip. */
  record ImpedanceSpike(double impedanceOhms, double latelyOhms, double limitRatio)
      implements OutputTrip {
    @Override
    public String what() {
      return say(
          "impedance %.0f Ω, %.0f Ω half a second before, limit %.1f times that",
          impedanceOhms, latelyOhms, limitRatio);
    }
  }

  /** The impedance is not what it was at this site, and heat does not explain it. */
  record ImpedanceUnexplained(
      double impedanceOhms, double expectedOhms, double leastRatio, double mostRatio)
      implements OutputTrip {
    @Override
    public String what() {
      return say(
          "impedance %.0f Ω, expected at this temperature %.0f Ω, allowed %.2f to %.2f times that",
          impedanceOhms, expectedOhms, leastRatio, mostRatio);
    }
  }

  /** RF has been on at this site for longer than the electrode allows. */
  record RfTimeExceeded(double onSeconds, double limitSeconds) implements OutputTrip {
    @Override
    public String what() {
      return say("RF on for %.1f s at this site, limit %.1f s", onSeconds, limitSeconds);
    }
  }

  /** A site or a row was given as much as it may be given. */
  record DoseExceeded(Kind kind, double given, double limit) implements OutputTrip {
    /** What was counted. */
    public enum Kind {
      /** Energy at one site. */
      SITE_ENERGY("energy at this site", "J"),
      /** Energy of all sites. */
      ROW_ENERGY("energy of the row", "J"),
      /** Thermal dose at one site. */
      SITE_THERMAL_DOSE("thermal dose at this site", "min at 43 °C"),
      /** Thermal dose of all sites. */
      ROW_THERMAL_DOSE("thermal dose of the row", "min at 43 °C"),
      /** Time above the set temperature at one site. */
      SITE_HOT("time above the set temperature at this site", "s"),
      /** Time above the set temperature in the row. */
      ROW_HOT("time above the set temperature in this row", "s");

      private final String described;
      private final String unit;

      Kind(String described, String unit) {
        this.described = described;
        this.unit = unit;
      }
    }

    @Override
    public String what() {
      return say("%s %.4g %s, limit %.4g %s", kind.described, given, kind.unit, limit, kind.unit);
    }
  }

  /** The control law asked for something that is not a power. */
  record InvalidPower(double wantedWatts) implements OutputTrip {
    @Override
    public String what() {
      return say("the control law asked for %f W, which is no power", wantedWatts);
    }
  }
}
