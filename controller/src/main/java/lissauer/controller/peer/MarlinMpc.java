package lissauer.controller.peer;

import lissauer.hal.RfReading;

/**
 * The model predictive control of the Marlin printer firmware (marlinfw.org, "Model Predictive
 * Temperature Control"): a block and a sensor are simulated with the power that was asked for, both
 * are moved by half of what the sensor shows otherwise, a modelled ambient temperature takes up
 * what stays, and power is what would take the block to its target in 2 s plus what it loses.
 *
 * <p>Unlike there, the sensor's step is exact, since this one is faster than a printer's and would
 * make Euler's step unstable.
 */
final class MarlinMpc implements SampledPeer.Law {
  private static final double PLAN_SECONDS = 2;
  private static final double SMOOTHING_FRACTION = 0.5;

  /** Slowest move of the modelled ambient temperature. */
  private static final double LEAST_AMBIENT_KELVIN_PER_SECOND = 1;

  /** Below this rate of the block the model counts as steady even at a limit of power. */
  private static final double STEADY_KELVIN_PER_SECOND = 0.5;

  private final Model model;
  private final double limitWatts;
  private double blockCelsius = Double.NaN;
  private double sensorCelsius;
  private double ambientCelsius;
  private double watts;

  /**
   * What tuning finds.
   *
   * @param sensorPerSecond inverse of the sensor's time constant
   */
  record Model(double blockJoulesPerKelvin, double sensorPerSecond, double lossWattsPerKelvin) {}

  MarlinMpc(Model model, double limitWatts) {
    this.model = model;
    this.limitWatts = limitWatts;
  }

  /** Takes over a block that is known. */
  void begin(double blockCelsius, double sensorCelsius, double ambientCelsius) {
    this.blockCelsius = blockCelsius;
    this.sensorCelsius = sensorCelsius;
    this.ambientCelsius = ambientCelsius;
  }

  @Override
  public double decide(double seconds, double celsius, double set, RfReading reading) {
    return decide(seconds, celsius, set);
  }

  double decide(double seconds, double celsius, double set) {
    if (Double.isNaN(blockCelsius)) {
      blockCelsius = celsius;
      sensorCelsius = celsius;
      ambientCelsius = celsius;
    }
    double risen = follow(seconds);
    correct(seconds, risen, celsius - sensorCelsius);
    double wanted =
        (set - blockCelsius) * model.blockJoulesPerKelvin / PLAN_SECONDS
            + (blockCelsius - ambientCelsius) * model.lossWattsPerKelvin;
    watts = Math.max(0, Math.min(limitWatts, wanted));
    return watts;
  }

  private double follow(double seconds) {
    double gained = watts - (blockCelsius - ambientCelsius) * model.lossWattsPerKelvin;
    double risen = gained * seconds / model.blockJoulesPerKelvin;
    blockCelsius += risen;
    sensorCelsius +=
        (blockCelsius - sensorCelsius) * -StrictMath.expm1(-model.sensorPerSecond * seconds);
    return risen;
  }

  private void correct(double seconds, double risenKelvin, double errorKelvin) {
    double moved = errorKelvin * SMOOTHING_FRACTION;
    blockCelsius += moved;
    sensorCelsius += moved;
    boolean free = watts > 0 && watts < limitWatts;
    if (free || Math.abs(risenKelvin + moved) < STEADY_KELVIN_PER_SECOND * seconds) {
      double least = LEAST_AMBIENT_KELVIN_PER_SECOND * seconds;
      ambientCelsius += moved > 0 ? Math.max(moved, least) : Math.min(moved, -least);
    }
  }
}
