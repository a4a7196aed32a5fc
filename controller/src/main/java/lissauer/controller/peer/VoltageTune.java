package lissauer.controller.peer;

import lissauer.controller.campaign.Heated;

/**
 * Haemmerich and Webster's way to their gains: a transfer function from the response to a step, a
 * simulation of the closed loop on it, and the gains chosen there. Their abstract says no more;
 * here the transfer function is two lags side by side behind a dead time, fitted to a step of power
 * by least squares, and what is chosen has the least time-weighted absolute error.
 */
final class VoltageTune {
  static final double STEP_WATTS = 0.2;
  private static final double STEP_SECONDS = 5;
  private static final double LOOP_SECONDS = 10;
  private static final double[] LEAST_TRANSFER = {5, 0.05, 5, 0.5, 0.01};
  private static final double[] MOST_TRANSFER = {100, 0.8, 200, 10, 0.4};
  private static final double[] LEAST_GAINS = {0.02, 0.01};
  private static final double[] MOST_GAINS = {20, 20};

  private VoltageTune() {}

  /** Two lags side by side behind a dead time. */
  record Transfer(
      double fastKelvinPerWatt,
      double fastSeconds,
      double slowKelvinPerWatt,
      double slowSeconds,
      double deadSeconds) {

    private static Transfer of(double[] values) {
      return new Transfer(values[0], values[1], values[2], values[3], values[4]);
    }

    /** Rise after a step of 1 W. */
    double stepKelvin(double seconds) {
      double since = Math.max(0, seconds - deadSeconds);
      return fastKelvinPerWatt * -StrictMath.expm1(-since / fastSeconds)
          + slowKelvinPerWatt * -StrictMath.expm1(-since / slowSeconds);
    }
  }

  /** A loop of the transfer function: how much the set point rises, how often, at what load. */
  record Loop(double riseKelvin, double periodSeconds, double loadOhms, double limitWatts) {}

  /** Fits a step of power from rest. */
  static Transfer transfer(Heated plant) {
    int count = (int) (STEP_SECONDS / plant.periodSeconds());
    double start = plant.sensedCelsius();
    double[] rise = new double[count + 1];
    for (int i = 1; i <= count; i++) {
      plant.pass(STEP_WATTS);
      rise[i] = (plant.sensedCelsius() - start) / STEP_WATTS;
    }
    return Transfer.of(
        Search.smallest(
            values -> {
              Transfer candidate = Transfer.of(values);
              double sum = 0;
              for (int i = 1; i < rise.length; i++) {
                double error = candidate.stepKelvin(i * plant.periodSeconds()) - rise[i];
                sum += error * error;
              }
              return sum;
            },
            LEAST_TRANSFER,
            MOST_TRANSFER));
  }

  /** Gains for a rise of the set point in a closed loop of the transfer function. */
  static VoltagePi.Gains gains(Transfer transfer, Loop loop) {
    double[] best =
        Search.smallest(
            values -> cost(transfer, new VoltagePi.Gains(values[0], values[1]), loop),
            LEAST_GAINS,
            MOST_GAINS);
    return new VoltagePi.Gains(best[0], best[1]);
  }

  /** Time-weighted absolute error, K s². */
  static double cost(Transfer transfer, VoltagePi.Gains gains, Loop loop) {
    double dt = loop.periodSeconds();
    double mostVolts = Math.sqrt(loop.limitWatts() * loop.loadOhms());
    VoltagePi law = new VoltagePi(gains, mostVolts, loop.limitWatts());
    double[] late = new double[1 + (int) Math.round(transfer.deadSeconds / dt)];
    double keepFast = StrictMath.exp(-dt / transfer.fastSeconds);
    double keepSlow = StrictMath.exp(-dt / transfer.slowSeconds);
    double fast = 0;
    double slow = 0;
    double cost = 0;
    for (int i = 0; i * dt < LOOP_SECONDS; i++) {
      double error = loop.riseKelvin() - fast - slow;
      double volts = law.volts(dt, error, mostVolts);
      late[i % late.length] = volts * volts / loop.loadOhms();
      double acting = late[(i + 1) % late.length];
      fast = acting * transfer.fastKelvinPerWatt * (1 - keepFast) + fast * keepFast;
      slow = acting * transfer.slowKelvinPerWatt * (1 - keepSlow) + slow * keepSlow;
      cost += i * dt * Math.abs(error) * dt;
    }
    return cost;
  }
}
