package lissauer.controller.peer;

import java.util.function.Supplier;
import lissauer.controller.campaign.Controller;
import lissauer.controller.campaign.Task;
import lissauer.controller.campaign.VirtualBench;

/**
 * The best that a PID can do on the nominal plant: gains and filter with the least time-weighted
 * absolute error (ITAE) of the true tip, plus {@value #OVERSHOOT_SECONDS} s² for each kelvin of
 * overshoot.
 */
final class OptimisedPid {
  static final double OVERSHOOT_SECONDS = 2;
  private static final double AFTER_RAMP_SECONDS = 5;
  private static final double[] LEAST = {0.002, 0.002, 1e-5, 0.02};
  private static final double[] MOST = {0.5, 2, 0.05, 0.3};

  private OptimisedPid() {}

  /** What the search found. */
  record Settings(KlipperPid.Gains gains, double filterSeconds) {
    private static Settings of(double[] values) {
      return new Settings(new KlipperPid.Gains(values[0], values[1], values[2]), values[3]);
    }

    Controller controller(Task task) {
      return new SampledPeer(task, new FilteredPid(gains, filterSeconds, task.limitWatts()));
    }
  }

  static Settings settings(Task task, Supplier<VirtualBench> nominal) {
    return Settings.of(
        Search.smallest(
            values -> cost(task, nominal.get(), Settings.of(values).controller(task)),
            LEAST,
            MOST));
  }

  /** In K s². */
  static double cost(Task task, VirtualBench bench, Controller controller) {
    Reference reference = Reference.of(task, bench.tip().tipCelsius(), 0);
    double cost = 0;
    double most = 0;
    double dt = bench.periodSeconds();
    double end = task.rampSeconds() + AFTER_RAMP_SECONDS;
    for (double seconds = dt; seconds < end; seconds += dt) {
      bench.pass(controller.watts(bench.nanos(), bench.sample(), bench.reading()));
      double celsius = bench.tip().tipCelsius();
      cost += seconds * Math.abs(reference.celsius(bench.nanos()) - celsius) * dt;
      most = Math.max(most, celsius - task.setCelsius());
    }
    return cost + OVERSHOOT_SECONDS * most;
  }
}
