package lissauer.simulator.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;

/**
 * Turns the true temperature of the metal where the junction sits into what a front end shows.
 *
 * <p>It has no clock and no device: whoever owns both says with {@link #observe} how things stand
 * at a time, and all else happens at the time of the last observation. Between two observations the
 * true temperature is taken as straight, for which the lag is exact, and the RF voltage as
 * constant.
 *
 * <p>The signal takes this way: true temperature, lag, mean over the conversion, scale about the
 * cold junction, offset, drift, pick-up and noise, steps of the converter, and last what the chip
 * says of it. Noise is drawn once a conversion whatever is shown, so that a fault that has gone
 * leaves the same noise behind as if it had never been.
 */
public final class ThermocoupleModel {
  private static final double RAIL_CELSIUS = 1372;

  private record Present(SensorFault fault, long sinceNanos) {}

  private final SensorSetup setup;
  private final DoubleSupplier noise;
  private final DoubleSupplier pickUpNoise;
  private final long startNanos;
  private final double restCelsius;
  private final FirstOrderLag junction;
  private final List<Present> faults = new ArrayList<>();

  private long nowNanos;
  private double trueCelsius;
  private double voltsRms;

  private boolean integrating;
  private double windowSeconds;
  private double junctionKelvinSeconds;
  private double voltSeconds;

  private long conversions;
  private boolean openFound;
  private double heldCelsius;
  private TemperatureSample latest;

  /**
   * A junction at rest at the temperature around it.
   *
   * @param noise standard normal values for the front end's own noise
   * @param pickUpNoise the same for what RF adds, from another stream
   * @param restCelsius true temperature of the tip before anything heats it
   */
  public ThermocoupleModel(
      SensorSetup setup,
      DoubleSupplier noise,
      DoubleSupplier pickUpNoise,
      long startNanos,
      double restCelsius) {
    this.setup = setup;
    this.noise = noise;
    this.pickUpNoise = pickUpNoise;
    this.startNanos = startNanos;
    this.restCelsius = restCelsius;
    this.junction = new FirstOrderLag(restCelsius);
    this.nowNanos = startNanos;
    this.trueCelsius = restCelsius;
    this.heldCelsius = restCelsius;
    this.latest =
        new TemperatureSample(
            startNanos, Double.NaN, setup.coldJunction().startCelsius(), Quality.NO_DATA);
  }

  /**
   * How things stand now. A second observation at the same time is a jump.
   *
   * @param atNanos not before the last observation
   * @param nowCelsius true temperature where the junction sits
   * @param nowVoltsRms RF at the tip from now on
   */
  public void observe(long atNanos, double nowCelsius, double nowVoltsRms) {
    if (atNanos < nowNanos) {
      throw new IllegalArgumentException("time runs backwards: " + atNanos + " after " + nowNanos);
    }
    double seconds = (atNanos - nowNanos) * 1e-9;
    Effect effect = effect(voltsRms > 0);
    double lagSeconds = Math.max(setup.junction().lagSeconds(), effect.lagSeconds());
    double area =
        junction.follow(seconds, felt(trueCelsius, effect), felt(nowCelsius, effect), lagSeconds);
    if (integrating) {
      windowSeconds += seconds;
      junctionKelvinSeconds += area;
      voltSeconds += voltsRms * seconds;
    }
    nowNanos = atNanos;
    trueCelsius = nowCelsius;
    voltsRms = nowVoltsRms;
  }

  /** Begins a conversion that averages until {@link #convert}. */
  public void begin() {
    integrating = true;
    windowSeconds = 0;
    junctionKelvinSeconds = 0;
    voltSeconds = 0;
  }

  /**
   * Ends a conversion: the mean since {@link #begin}, or the value of this instant when none was
   * begun.
   *
   * @return what can be read, some latency later; it carries the time of this end
   */
  public TemperatureSample convert() {
    boolean mean = integrating && windowSeconds > 0;
    double celsius = mean ? junctionKelvinSeconds / windowSeconds : junction.shownCelsius();
    double volts = mean ? voltSeconds / windowSeconds : voltsRms;
    integrating = false;
    conversions++;
    Effect effect = effect(volts > 0);
    double noiseKelvin = noiseKelvin(effect, volts > 0);
    boolean first = latest.quality() == Quality.NO_DATA;
    if (effect.frozen() && !first) {
      latest =
          new TemperatureSample(
              nowNanos, latest.tipCelsius(), latest.coldJunctionCelsius(), latest.quality());
    } else if (!effect.stale() || first) {
      latest = converted(effect, celsius, volts, noiseKelvin);
    }
    return latest;
  }

  /** Lets something break, now. */
  public void inject(SensorFault fault) {
    faults.add(new Present(fault, nowNanos));
  }

  /** Takes a fault away again, now; one that is not there is no error. */
  public void clear(SensorFault fault) {
    faults.removeIf(present -> present.fault().equals(fault));
  }

  private TemperatureSample converted(
      Effect effect, double celsius, double volts, double noiseKelvin) {
    double seconds = (nowNanos - startNanos) * 1e-9;
    SensorSetup.ColdJunction connector = setup.coldJunction();
    double cold = connector.startCelsius() + connector.driftKelvinPerSecond() * seconds;
    double coldShown =
        steps(cold + effect.coldJunctionKelvin(), setup.converter().coldJunctionResolutionKelvin());
    if (effect.open().isPresent()) {
      return open(effect.open().get(), coldShown, noiseKelvin);
    }
    openFound = false;
    SensorSetup.Junction wires = setup.junction();
    double ratio = (1 + wires.gainErrorFraction()) * effect.shownRatio();
    heldCelsius =
        celsius
            + (ratio - 1) * (celsius - cold)
            + wires.offsetKelvin()
            + wires.driftKelvinPerSecond() * seconds
            + setup.interference().pickUpKelvinPerVolt() * volts
            + effect.offsetKelvin()
            + effect.coldJunctionKelvin();
    return sample(heldCelsius + noiseKelvin, coldShown, Quality.GOOD);
  }

  /** An input without a junction: good as far as the chip knows, until it tests. */
  private TemperatureSample open(SensorFault.Open open, double coldShown, double noiseKelvin) {
    openFound |= conversions % open.testedEvery() == 0;
    if (openFound) {
      return sample(Double.NaN, coldShown, Quality.OPEN_CIRCUIT);
    }
    double floating =
        switch (open.untested()) {
          case RAIL -> RAIL_CELSIUS;
          case HELD -> heldCelsius + noiseKelvin;
          case NAN -> Double.NaN;
        };
    return sample(floating, coldShown, Quality.GOOD);
  }

  private TemperatureSample sample(double celsius, double coldShown, Quality quality) {
    double shown = steps(celsius, setup.converter().resolutionKelvin());
    return new TemperatureSample(nowNanos, shown, coldShown, quality);
  }

  private double noiseKelvin(Effect effect, boolean rfOn) {
    double own = setup.interference().noiseKelvin() * noise.getAsDouble();
    double fromRf = rfOn ? setup.interference().pickUpNoiseKelvin() : 0;
    double added = effect.noiseKelvin();
    return own + Math.sqrt(fromRf * fromRf + added * added) * pickUpNoise.getAsDouble();
  }

  private double felt(double celsius, Effect effect) {
    return restCelsius + effect.riseFraction() * (celsius - restCelsius);
  }

  private Effect effect(boolean rfOn) {
    Effect all = Effect.NONE;
    for (int i = 0; i < faults.size(); i++) {
      Present present = faults.get(i);
      all = all.and(Effect.of(present.fault(), nowNanos - present.sinceNanos(), rfOn));
    }
    return all;
  }

  private static double steps(double value, double step) {
    return Math.rint(value / step) * step;
  }
}
