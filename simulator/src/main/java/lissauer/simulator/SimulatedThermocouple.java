package lissauer.simulator;

import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import lissauer.simulator.sensor.PlannedFault;
import lissauer.simulator.sensor.SensorFault;
import lissauer.simulator.sensor.SensorSetup;
import lissauer.simulator.sensor.ThermocoupleModel;

/**
 * A thermocouple front end that converts on its own period, whether anybody reads or not.
 *
 * <p>It was converting before the rig opened, so a sample is there at once. The model sees the true
 * temperature at every change of the tip and at least every 10 ms; it is nearly straight in
 * between.
 */
public final class SimulatedThermocouple implements Thermocouple {
  /** Keeps the error of a tip of 0.25 mm below 0.02 K while 1 W is switched on and off. */
  private static final long LOOK_NANOS = 10_000_000;

  private final SimulatedClock clock;
  private final SimulatedTip tip;
  private final ThermocoupleModel model;
  private final long periodNanos;
  private final long conversionNanos;
  private final long latencyNanos;
  private final long openedNanos;
  private final Runnable look = this::look;
  private final Runnable finish = this::finish;
  private TemperatureSample latest;

  SimulatedThermocouple(SimulatedClock clock, SimulatedTip tip, SensorSetup setup, long seed) {
    this.clock = clock;
    this.tip = tip;
    this.periodNanos = nanos(setup.converter().periodSeconds());
    this.conversionNanos = nanos(setup.converter().conversionSeconds());
    this.latencyNanos = nanos(setup.converter().latencySeconds());
    this.model =
        new ThermocoupleModel(
            setup,
            new Noise(seed, "thermocouple", 1)::next,
            new Noise(seed, "thermocouple pick-up", 1)::next,
            clock.nanos(),
            tip.now().tipCelsius());
    this.openedNanos = clock.nanos();
    tip.observedBy(this::look);
    this.latest = model.convert();
    setup.fault().ifPresent(this::plan);
    startConversion();
  }

  @Override
  public TemperatureSample read() {
    return latest;
  }

  /** Lets something break, now; what breaks as the rig opens is in its first sample already. */
  public void inject(SensorFault fault) {
    look();
    model.inject(fault);
    if (clock.nanos() == openedNanos) {
      latest = model.convert();
    }
  }

  /** Takes a fault away again, now. */
  public void clear(SensorFault fault) {
    look();
    model.clear(fault);
  }

  private void plan(PlannedFault planned) {
    if (planned.fromSeconds() == 0) {
      inject(planned.fault());
    } else {
      clock.at(clock.nanos() + nanos(planned.fromSeconds()), () -> inject(planned.fault()));
    }
    if (planned.toSeconds() < Double.POSITIVE_INFINITY) {
      clock.at(clock.nanos() + nanos(planned.toSeconds()), () -> clear(planned.fault()));
    }
  }

  private void startConversion() {
    long start = clock.nanos();
    long end = start + periodNanos;
    for (long at = start + LOOK_NANOS; at < end; at += LOOK_NANOS) {
      clock.at(at, look);
    }
    if (conversionNanos > 0) {
      clock.at(end - conversionNanos, this::begin);
    }
    clock.at(end, finish);
  }

  private void begin() {
    look();
    model.begin();
  }

  private void finish() {
    look();
    TemperatureSample sample = model.convert();
    if (latencyNanos == 0) {
      latest = sample;
    } else {
      clock.at(clock.nanos() + latencyNanos, () -> latest = sample);
    }
    startConversion();
  }

  private void look() {
    model.observe(clock.nanos(), tip.now().tipCelsius(), tip.voltsRms());
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
