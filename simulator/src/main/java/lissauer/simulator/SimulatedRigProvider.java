package lissauer.simulator;

import lissauer.hal.Electrode;
import lissauer.hal.RigProvider;
import lissauer.hal.UnopenedRig;
import lissauer.hal.settings.Settings;
import lissauer.simulator.tissue.ReducedLibrary;

/** Reads rigs of kind {@code simulated}: one tip, simulated devices around it, simulated time. */
public final class SimulatedRigProvider implements RigProvider {
  private final ReducedLibrary library = SimulatedBench.library();

  @Override
  public String kind() {
    return "simulated";
  }

  @Override
  public UnopenedRig read(Settings settings, Electrode electrode) {
    double speedRatio = speed(settings);
    SimulatedBench.Setup setup = bench(settings, electrode);
    return () -> {
      SimulatedBench bench = new SimulatedBench(setup, new SimulatedClock(speedRatio), library);
      return bench.rig(settings.name(), electrode.caps());
    };
  }

  /**
   * The bench of such a file, for those who put it behind other wires; its speed is passed over.
   */
  public static SimulatedBench.Setup bench(Settings settings, Electrode electrode) {
    settings.text("kind");
    settings.text("description", "");
    settings.has("speed");
    SimulatedBench.Setup setup = SimulatedBench.Setup.from(settings, electrode);
    settings.done();
    return setup;
  }

  private static double speed(Settings settings) {
    if (settings.isText("speed")) {
      if (!settings.text("speed").equals("max")) {
        settings.problem(
            "speed", "is no speed; allowed 0.1 to 1000 simulated seconds per second, or max");
      }
      return Double.POSITIVE_INFINITY;
    }
    return settings.number("speed", 0.1, 1000, Double.POSITIVE_INFINITY);
  }
}
