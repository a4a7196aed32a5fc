package lissauer.controller.safety;

import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/**
 * What the thermocouple has said, seen by itself: whether its values are those of a living sensor.
 *
 * @param sampledNanos of the newest sample; one that comes again counts once
 * @param celsius the newest
 * @param changedNanos since when it is the same to the last bit
 * @param changeKelvin from the sample before, and after how long
 * @param noiseKelvin standard deviation of its noise, smoothed
 * @param stillestSeconds longest that it stood still while nothing was heated; a coarse sensor does
 * @param coldCelsius cold junction, smoothed over some seconds, and the newest one's distance to it
 */
record SensorState(
    long sampledNanos,
    double celsius,
    long changedNanos,
    float changeKelvin,
    float changeSeconds,
    float noiseKelvin,
    float stillestSeconds,
    float coldCelsius,
    float coldChangeKelvin) {
  static final SensorState UNKNOWN =
      new SensorState(Long.MIN_VALUE, Double.NaN, Long.MIN_VALUE, 0, 0, 0, 0, Float.NaN, 0);

  /**
   * No tip heats or cools faster: a stuck 1 W heats the finest by 115 K/s, the end of 2 W cools it
   * by 200 K/s.
   */
  private static final double FASTEST_KELVIN_PER_SECOND = 200;

  private static final double NOISE_KELVIN = 3;

  /** Steps in the quantisation of a coarse sensor and a curved ramp are no noise. */
  private static final double MOST_NOISE_KELVIN = 2;

  /** By so much the slope of a ramp may change from one sample to the next. */
  private static final double CURVE_KELVIN_PER_SECOND = 40;

  private static final double NOISE_SMOOTHING = 0.1;

  /** Variance of the difference from a straight line through the two samples before. */
  private static final double SECOND_DIFFERENCE = 6;

  private static final double FROZEN_SECONDS = 1.3;

  /** A sensor that stands still for longer than this at rest is too coarse to be judged by it. */
  private static final double LIVELY_SECONDS = 0.5;

  private static final double COLDEST_CELSIUS = 5;
  private static final double WARMEST_CELSIUS = 45;
  private static final double COLD_SMOOTHING_SECONDS = 3;

  /** 1 °C/s against the smoothing. */
  private static final double COLD_CHANGE_KELVIN = 3;

  /** With one more sample. */
  SensorState seeing(TemperatureSample sample, boolean heated) {
    if (sample.sampledNanos() == sampledNanos) {
      return this;
    }
    double now = sample.tipCelsius();
    double cold = sample.coldJunctionCelsius();
    if (!Double.isFinite(celsius)) {
      long at = sample.sampledNanos();
      return new SensorState(at, now, at, 0, 0, 0, 0, (float) cold, 0);
    }
    double seconds = (sample.sampledNanos() - sampledNanos) * 1e-9;
    double change = now - celsius;
    double bend =
        Math.max(0, Math.abs(change - changeKelvin) - CURVE_KELVIN_PER_SECOND * Math.abs(seconds));
    long since = change == 0 ? changedNanos : sample.sampledNanos();
    double still = (sample.sampledNanos() - since) * 1e-9;
    double share = Math.min(1, Math.max(0, seconds / COLD_SMOOTHING_SECONDS));
    double coldBefore = Float.isNaN(coldCelsius) ? cold : coldCelsius;
    double before = noiseKelvin * noiseKelvin;
    double variance = before + NOISE_SMOOTHING * (bend * bend / SECOND_DIFFERENCE - before);
    return new SensorState(
        sample.sampledNanos(),
        now,
        since,
        (float) change,
        (float) seconds,
        (float) Math.sqrt(variance),
        heated ? stillestSeconds : (float) Math.max(stillestSeconds, still),
        (float) (coldBefore + share * (cold - coldBefore)),
        (float) (cold - coldBefore));
  }

  /** Why RF is cut, or null. */
  @Nullable Trip failure(TemperatureSample sample, boolean heated) {
    double mostKelvin = NOISE_KELVIN + FASTEST_KELVIN_PER_SECOND * Math.abs(changeSeconds);
    if (!(Math.abs(changeKelvin) <= mostKelvin)) {
      return new SensorTrip.TemperatureJump(changeKelvin, changeSeconds, mostKelvin);
    }
    double cold = sample.coldJunctionCelsius();
    boolean told = !Double.isNaN(cold);
    if (told
        && !(cold >= COLDEST_CELSIUS
            && cold <= WARMEST_CELSIUS
            && Math.abs(coldChangeKelvin) <= COLD_CHANGE_KELVIN)) {
      return new SensorTrip.ColdJunction(cold, coldChangeKelvin);
    }
    if (!(noiseKelvin <= MOST_NOISE_KELVIN)) {
      return new SensorTrip.NoisySample(noiseKelvin, MOST_NOISE_KELVIN);
    }
    double stillSeconds = (sampledNanos - changedNanos) * 1e-9;
    boolean lively = stillestSeconds <= LIVELY_SECONDS;
    return heated && lively && stillSeconds > FROZEN_SECONDS
        ? new SensorTrip.FrozenSample(celsius, stillSeconds, FROZEN_SECONDS)
        : null;
  }
}
