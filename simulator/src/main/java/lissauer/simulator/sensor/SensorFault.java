package lissauer.simulator.sensor;

/**
 * What can be wrong with a thermocouple and its front end: the first eleven faults of the project's
 * hazard table, as data. How each acts on the signal is in {@link Effect}; when it begins and ends
 * is said by whoever injects it.
 */
public sealed interface SensorFault {

  /** What an open input shows until the chip looks for it. */
  enum Floating {
    /** The end of the type K range, 1372 °C. */
    RAIL,
    /** The last voltage, held by the input capacitors: the dangerous one. */
    HELD,
    /** No number. */
    NAN
  }

  /**
   * Fault 1, thermocouple open: broken wire or unplugged connector.
   *
   * @param testedEvery conversions from one test for an open input to the next; 1 for a chip that
   *     tests always, 16 for a MAX31856 as Linux sets it up (about 1.6 s)
   * @param untested what is shown, and called good, until the test finds it
   */
  record Open(int testedEvery, Floating untested) implements SensorFault {
    /** Refuses a chip that never tests. */
    public Open {
      Ranges.require(testedEvery >= 1 && testedEvery <= 1000, "tests every 1 to 1000 conversions");
    }
  }

  /** Fault 2, thermocouple shorted at the connector: reads the cold junction. */
  record Shorted() implements SensorFault {}

  /** Fault 3, thermocouple reversed: falls while heating, mirrored about the cold junction. */
  record Reversed() implements SensorFault {}

  /**
   * Fault 4, wrong thermocouple type: a silent error in proportion to the distance from the cold
   * junction.
   *
   * @param shownRatio kelvin shown for each true one. From 50 to 100 °C a type K wire gives 2.073
   *     mV, J 2.684, T 2.243, E 3.271, N 1.434 (NIST ITS-90 tables), so that K read as J is 0.77,
   *     as T 0.92, as N 1.45
   */
  record WrongType(double shownRatio) implements SensorFault {
    /** Refuses a reading that would be a short or reversed. */
    public WrongType {
      Ranges.within(shownRatio, 0.01, 10, "shown ratio");
    }
  }

  /**
   * Fault 5, thermocouple detached from the tip or pulled back: a sluggish rise.
   *
   * @param shareFraction how much of the tip's rise above its temperature at rest is felt
   * @param lagSeconds how slowly
   */
  record Detached(double shareFraction, double lagSeconds) implements SensorFault {
    /** Refuses a junction that feels more than there is. */
    public Detached {
      Ranges.within(shareFraction, 0, 1, "share");
      Ranges.within(lagSeconds, 0.001, 600, "lag in seconds");
    }
  }

  /** Fault 6, thermocouple drift, as it is found: off by a constant from one moment on. */
  record Offset(double offsetKelvin) implements SensorFault {
    /** Refuses what is no number. */
    public Offset {
      Ranges.within(offsetKelvin, -1000, 1000, "offset in kelvin");
    }
  }

  /** Fault 6, thermocouple drift, while it happens: more and more off from the injection on. */
  record Drift(double driftKelvinPerSecond) implements SensorFault {
    /** Refuses what is no number. */
    public Drift {
      Ranges.within(driftKelvinPerSecond, -100, 100, "drift in kelvin per second");
    }
  }

  /**
   * Fault 7, noise and RF pick-up: seen with RF on only.
   *
   * @param stepKelvin by which the reading jumps when RF comes on
   * @param noiseKelvin standard deviation, from one conversion to the next
   */
  record PickUp(double stepKelvin, double noiseKelvin) implements SensorFault {
    /** Refuses what is no number. */
    public PickUp {
      Ranges.within(stepKelvin, -1000, 1000, "step in kelvin");
      Ranges.within(noiseKelvin, 0, 1000, "noise in kelvin");
    }
  }

  /** Fault 8, thermocouple lag or a filter that is too long: overshoot after the ramp. */
  record SlowFilter(double lagSeconds) implements SensorFault {
    /** Refuses what is no lag. */
    public SlowFilter {
      Ranges.within(lagSeconds, 0.001, 600, "lag in seconds");
    }
  }

  /** Fault 9, frozen sample: the same codes again, with fresh time stamps. */
  record Frozen() implements SensorFault {}

  /** Fault 10, stale sample: the last one again and again, with its old time stamp. */
  record Stale() implements SensorFault {}

  /** Fault 11, cold junction off: its sensor is wrong, and so both channels shift. */
  record ColdJunctionStep(double stepKelvin) implements SensorFault {
    /** Refuses what is no number. */
    public ColdJunctionStep {
      Ranges.within(stepKelvin, -1000, 1000, "step in kelvin");
    }
  }

  /**
   * Any of the others, as a loose contact makes it: there for a part of each period, from the
   * injection on.
   *
   * @param dutyFraction how much of a period, at its beginning
   */
  record Intermittent(SensorFault fault, double periodSeconds, double dutyFraction)
      implements SensorFault {
    /** Refuses what never comes or never goes. */
    public Intermittent {
      Ranges.within(periodSeconds, 0.001, 100_000, "period in seconds");
      Ranges.within(dutyFraction, 0.001, 0.999, "duty");
    }
  }
}
