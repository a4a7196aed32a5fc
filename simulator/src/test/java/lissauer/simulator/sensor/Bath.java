package lissauer.simulator.sensor;

import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import lissauer.hal.TemperatureSample;

/** A model whose true temperature and RF a test decides, converting fifty times a second. */
final class Bath {
  static final double REST = 37;
  static final double ROOM = 23;
  static final double STEP = 0.0078125;
  static final SensorSetup.Junction TRUTHFUL = new SensorSetup.Junction(0.001, 0, 0, 0);
  static final SensorSetup.Interference QUIET = new SensorSetup.Interference(0, 0, 0);
  static final SensorSetup.Converter INSTANT = new SensorSetup.Converter(0.02, 0, 0, STEP, STEP);
  static final SensorSetup.ColdJunction STEADY = new SensorSetup.ColdJunction(ROOM, 0);

  static final SensorSetup PERFECT =
      new SensorSetup(TRUTHFUL, QUIET, INSTANT, STEADY, Optional.empty());

  private static final long PERIOD = 20_000_000;

  final ThermocoupleModel model;
  private final long lookNanos;
  long nanos;

  Bath(SensorSetup setup) {
    this(setup, PERIOD);
  }

  Bath(SensorSetup setup, long lookNanos) {
    Random own = new Random(1);
    Random pickUp = new Random(2);
    this.lookNanos = lookNanos;
    model = new ThermocoupleModel(setup, own::nextGaussian, pickUp::nextGaussian, 0, REST);
    model.convert();
  }

  static SensorSetup with(SensorSetup.Junction junction) {
    return new SensorSetup(junction, QUIET, INSTANT, STEADY, Optional.empty());
  }

  static SensorSetup with(SensorSetup.Interference interference) {
    return new SensorSetup(TRUTHFUL, interference, INSTANT, STEADY, Optional.empty());
  }

  static SensorSetup with(SensorSetup.ColdJunction connector) {
    return new SensorSetup(TRUTHFUL, QUIET, INSTANT, connector, Optional.empty());
  }

  /** Lets the true temperature follow a law of time since the start; the last sample. */
  TemperatureSample follow(double seconds, DoubleUnaryOperator trueCelsius, double volts) {
    TemperatureSample last = null;
    for (long end = nanos + Math.round(seconds * 1e9); nanos < end; ) {
      for (long due = nanos + PERIOD; nanos < due; ) {
        nanos = Math.min(nanos + lookNanos, due);
        model.observe(nanos, trueCelsius.applyAsDouble(nanos * 1e-9), volts);
      }
      last = model.convert();
    }
    if (last == null) {
      throw new IllegalArgumentException("no conversion in " + seconds + " s");
    }
    return last;
  }

  /** The same at a constant true temperature. */
  TemperatureSample hold(double seconds, double celsius, double volts) {
    return follow(seconds, _ -> celsius, volts);
  }

  /** One conversion at a constant true temperature with RF off. */
  TemperatureSample next(double celsius) {
    return hold(0.02, celsius, 0);
  }
}
