package lissauer.controller.safety;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;
import lissauer.hal.Quality;

/**
 * Why RF was cut. Every cause the product knows is in this file, and in docs/safety. A trip is
 * latched: the first cause wins and stays.
 */
public sealed interface Trip {
  /** What was measured against which limit, with units, in one line. */
  String what();

  /** Whether a person ended the row, as against something being wrong. */
  default boolean interrupts() {
    return this instanceof Stopped;
  }

  /** The tip is hotter than the plan or the electrode allows. */
  record OverTemperature(double tipCelsius, double limitCelsius) implements Trip {
    @Override
    public String what() {
      return say("tip at %.1f °C, limit %.1f °C", tipCelsius, limitCelsius);
    }
  }

  /** The thermocouple has said nothing new for too long. */
  record StaleSample(double ageSeconds, double limitSeconds) implements Trip {
    @Override
    public String what() {
      return say("no new temperature for %.3f s, limit %.3f s", ageSeconds, limitSeconds);
    }
  }

  /** The thermocouple says itself that it cannot be trusted, or gives no number. */
  record InvalidSample(Quality quality, double tipCelsius) implements Trip {
    @Override
    public String what() {
      return say("the thermocouple reports %s and reads %.1f °C", quality, tipCelsius);
    }
  }

  /** The generator has measured nothing new for too long. */
  record StaleReading(double ageSeconds, double limitSeconds) implements Trip {
    @Override
    public String what() {
      return say(
          "the generator measured nothing new for %.3f s, limit %.3f s", ageSeconds, limitSeconds);
    }
  }

  /** While heating, the impedance says short, open, char or lost contact. */
  record ImpedanceOutside(double impedanceOhms, double minimumOhms, double maximumOhms)
      implements Trip {
    @Override
    public String what() {
      return say(
          "impedance %.0f Ω while heating, allowed %.0f to %.0f Ω",
          impedanceOhms, minimumOhms, maximumOhms);
    }
  }

  /** The generator puts out more than it was told. */
  record PowerAboveCommand(double measuredWatts, double commandedWatts) implements Trip {
    @Override
    public String what() {
      return say(
          "the generator puts out %.3f W, commanded at most %.3f W", measuredWatts, commandedWatts);
    }
  }

  /** The generator puts out far less than it was told, or nothing. */
  record PowerBelowCommand(double measuredWatts, double commandedWatts) implements Trip {
    @Override
    public String what() {
      return say(
          "the generator puts out %.3f W, commanded at least %.3f W",
          measuredWatts, commandedWatts);
    }
  }

  /** The generator was told to be off and is not. */
  record OutputNotOff(double measuredWatts, double limitWatts) implements Trip {
    @Override
    public String what() {
      return say(
          "the generator puts out %.3f W although told to be off, limit %.3f W",
          measuredWatts, limitWatts);
    }
  }

  /** RF has been on at this site for longer than the electrode allows. */
  record RfTimeExceeded(double onSeconds, double limitSeconds) implements Trip {
    @Override
    public String what() {
      return say("RF on for %.1f s at this site, limit %.1f s", onSeconds, limitSeconds);
    }
  }

  /** The loop stood still while RF was on. */
  record DeadlineMissed(double gapSeconds, double limitSeconds) implements Trip {
    @Override
    public String what() {
      return say(
          "the control loop stood still for %.3f s with RF on, limit %.3f s",
          gapSeconds, limitSeconds);
    }
  }

  /** The control law asked for something that is not a power. */
  record InvalidPower(double wantedWatts) implements Trip {
    @Override
    public String what() {
      return say("the control law asked for %f W, which is no power", wantedWatts);
    }
  }

  /** A contact of the interlock chain is open. */
  record InterlockOpen() implements Trip {
    @Override
    public String what() {
      return "a contact of the interlock chain is open";
    }
  }

  /** RF is wanted and the relay's own contact reads open. */
  record RelayOpen() implements Trip {
    @Override
    public String what() {
      return "RF is wanted and the relay's contact reads open";
    }
  }

  /** The relay was let go and its own contact still reads closed. */
  record RelayClosed(double waitedSeconds, double limitSeconds) implements Trip {
    @Override
    public String what() {
      return say(
          "the relay was let go and its contact still reads closed after %.2f s, limit %.2f s",
          waitedSeconds, limitSeconds);
    }
  }

  /** The record can no longer be written, and nothing may be done that is not recorded. */
  record RecordLost() implements Trip {
    @Override
    public String what() {
      return "the record can no longer be written";
    }
  }

  /** A device did not do what it was asked, so what it does now is unknown. */
  record DeviceFailed(String device, String message) implements Trip {
    @Override
    public String what() {
      return say("%s: %s", device, message);
    }
  }

  /** Somebody or something asked for a stop. */
  record Stopped(StopSource source) implements Trip {
    @Override
    public String what() {
      return say("stopped by %s", source.described());
    }
  }

  /** The rig is not fit to heat. */
  record SelfTestFailed(String finding) implements Trip {
    @Override
    public String what() {
      return "self test: " + finding;
    }
  }

  /** The tip did not get to its site. */
  record PositionNotReached(double waitedSeconds, double limitSeconds) implements Trip {
    @Override
    public String what() {
      return say(
          "the tip was not at its site after %.0f s, limit %.0f s", waitedSeconds, limitSeconds);
    }
  }

  /** The impedance never showed the tip in tissue. */
  record ContactNotMade(double impedanceOhms, double minimumOhms, double maximumOhms)
      implements Trip {
    @Override
    public String what() {
      return say(
          "impedance %.0f Ω before heating, tissue reads %.0f to %.0f Ω",
          impedanceOhms, minimumOhms, maximumOhms);
    }
  }

  /** Too few temperatures came in during the probe. */
  record ProbeUnseen() implements Trip {
    @Override
    public String what() {
      return "too few temperatures came in during the probe pulse";
    }
  }

  /** The probe pulse heated the tip less or more than any tissue would let it. */
  record ProbeRise(double riseKelvin, double leastKelvin, double mostKelvin) implements Trip {
    @Override
    public String what() {
      return say(
          "the probe pulse heated the tip by %.1f °C, expected %.1f to %.1f °C",
          riseKelvin, leastKelvin, mostKelvin);
    }
  }

  /** What the thermocouple showed during the probe is not how a tip heats. */
  record ProbeUnexplained(double residualKelvin, double limitKelvin) implements Trip {
    @Override
    public String what() {
      return say(
          "temperatures during the probe pulse are %.2f °C off how a tip heats, limit %.2f °C",
          residualKelvin, limitKelvin);
    }
  }

  /** The thermocouple follows the tip too slowly to keep it from overshooting. */
  record SensorSluggish(double lagSeconds, double limitSeconds) implements Trip {
    @Override
    public String what() {
      return say("the thermocouple lags the tip by %.2f s, limit %.2f s", lagSeconds, limitSeconds);
    }
  }

  /** The tip did not reach its set temperature. */
  record TargetNotReached(double tipCelsius, double setCelsius, double limitSeconds)
      implements Trip {
    @Override
    public String what() {
      return say(
          "tip at %.1f °C, set %.1f °C, still below %.1f s after the start of the ramp",
          tipCelsius, setCelsius, limitSeconds);
    }
  }

  /** The tip does not cool with RF off. */
  record NotCooling(double tipCelsius, double belowCelsius, double limitSeconds) implements Trip {
    @Override
    public String what() {
      return say(
          "tip still at %.1f °C after %.0f s without RF, must fall below %.1f °C",
          tipCelsius, limitSeconds, belowCelsius);
    }
  }

  @FormatMethod
  private static String say(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
