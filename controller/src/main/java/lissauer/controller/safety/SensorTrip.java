package lissauer.controller.safety;

import static lissauer.controller.safety.TripText.say;

import lissauer.hal.Quality;

/** What the thermocouple says, or does not, that cuts RF. */
public sealed interface SensorTrip extends Trip {
  /** The tip is hotter than the plan or the electrode allows. */
  record OverTemperature(double tipCelsius, double limitCelsius) implements SensorTrip {
    @Override
    public String what() {
      return say("tip at %.1f °C, limit %.1f °C", tipCelsius, limitCelsius);
    }
  }

  /** The thermocouple has said nothing new for too long. */
  record StaleSample(double ageSeconds, double limitSeconds) implements SensorTrip {
    @Override
    public String what() {
      return say("no new temperature for %.3f s, limit %.3f s", ageSeconds, limitSeconds);
    }
  }

  /** The thermocouple says itself that it cannot be trusted, or gives no number. */
  record InvalidSample(Quality quality, double tipCelsius) implements SensorTrip {
    @Override
    public String what() {
      return say("the thermocouple reports %s and reads %.1f °C", quality, tipCelsius);
    }
  }

  /** The temperature changed faster than any tip can heat or cool. */
  record TemperatureJump(double changeKelvin, double inSeconds, double limitKelvin)
      implements SensorTrip {
    @Override
    public String what() {
      return say(
          "the temperature changed by %.1f °C in %.3f s, no tip does more than %.1f °C",
          changeKelvin, inSeconds, limitKelvin);
    }
  }

  /** The thermocouple repeats one value to the last bit, with new time stamps, while heated. */
  record FrozenSample(double tipCelsius, double stillSeconds, double limitSeconds)
      implements SensorTrip {
    @Override
    public String what() {
      return say(
          "the temperature has stood at exactly %.3f °C for %.2f s with RF on, limit %.2f s",
          tipCelsius, stillSeconds, limitSeconds);
    }
  }

  /** The thermocouple's noise hides what the tip does. */
  record NoisySample(double noiseKelvin, double limitKelvin) implements SensorTrip {
    @Override
    public String what() {
      return say(
          "the temperature scatters by %.1f °C (standard deviation), limit %.1f °C",
          noiseKelvin, limitKelvin);
    }
  }

  /** The thermocouple's other end is not at a temperature that a connector has. */
  record ColdJunction(double coldJunctionCelsius, double changeKelvin) implements SensorTrip {
    @Override
    public String what() {
      return say(
          "the cold junction reads %.1f °C and changed by %.1f °C, allowed 5 to 45 °C and 3 °C in"
              + " some seconds",
          coldJunctionCelsius, changeKelvin);
    }
  }

  /** The tip gets colder while the generator measures power. */
  record FallsWhileHeated(double fallKelvin, double limitKelvin, double measuredWatts)
      implements SensorTrip {
    @Override
    public String what() {
      return say(
          "the temperature fell by %.1f °C while %.3f W flowed, limit %.1f °C",
          fallKelvin, measuredWatts, limitKelvin);
    }
  }

  /** Power flows that should have heated the tip, and did not. */
  record NotHeating(double riseKelvin, double expectedKelvin, double measuredWatts)
      implements SensorTrip {
    @Override
    public String what() {
      return say(
          "the tip is %.1f °C above where it was although %.3f W flowed for a second, expected at"
              + " least %.1f °C",
          riseKelvin, measuredWatts, expectedKelvin);
    }
  }

  /** The tip gets warmer although no power is measured. */
  record HeatsWithoutPower(double riseKelvin, double limitKelvin) implements SensorTrip {
    @Override
    public String what() {
      return say("the tip got %.1f °C warmer with RF off, limit %.1f °C", riseKelvin, limitKelvin);
    }
  }

  /** The temperature leaves what the law's model of this tip expects of it, and stays away. */
  record TemperatureUnexplained(double surpriseKelvin, double limitKelvin) implements SensorTrip {
    @Override
    public String what() {
      return say(
          "the temperature is %.1f °C off what measured power explains, limit %.1f °C",
          surpriseKelvin, limitKelvin);
    }
  }

  /** Before any heat the tip does not read what the bath is. */
  record BathMismatch(double tipCelsius, double bathCelsius, double limitKelvin)
      implements SensorTrip {
    @Override
    public String what() {
      return say(
          "the tip reads %.1f °C before any heat, the bath is %.1f °C, limit %.1f °C apart",
          tipCelsius, bathCelsius, limitKelvin);
    }
  }

  /** Too few temperatures came in during the probe. */
  record ProbeUnseen() implements SensorTrip {
    @Override
    public String what() {
      return "too few temperatures came in during the probe pulse";
    }
  }

  /** The probe pulse heated the tip less or more than any tissue would let it. */
  record ProbeRise(double riseKelvin, double leastKelvin, double mostKelvin) implements SensorTrip {
    @Override
    public String what() {
      return say(
          "the probe pulse heated the tip by %.1f °C, expected %.1f to %.1f °C",
          riseKelvin, leastKelvin, mostKelvin);
    }
  }

  /** What the thermocouple showed during the probe is not how a tip heats. */
  record ProbeUnexplained(double residualKelvin, double limitKelvin) implements SensorTrip {
    @Override
    public String what() {
      return say(
          "temperatures during the probe pulse are %.2f °C off how a tip heats, limit %.2f °C",
          residualKelvin, limitKelvin);
    }
  }

  /** The thermocouple follows the tip too slowly to keep it from overshooting. */
  record SensorSluggish(double lagSeconds, double limitSeconds) implements SensorTrip {
    @Override
    public String what() {
      return say("the thermocouple lags the tip by %.2f s, limit %.2f s", lagSeconds, limitSeconds);
    }
  }
}
