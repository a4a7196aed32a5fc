package lissauer.simulator;

import java.util.List;
import lissauer.hal.Electrode;
import lissauer.hal.Rig;
import lissauer.hal.RigProvider;
import lissauer.hal.TipPosition;
import lissauer.hal.UnopenedRig;
import lissauer.hal.settings.Settings;
import lissauer.simulator.sensor.SensorSetup;
import lissauer.simulator.tissue.Plant;
import lissauer.simulator.tissue.ReducedLibrary;

/** Reads rigs of kind {@code simulated}: one tip, simulated devices around it, simulated time. */
public final class SimulatedRigProvider implements RigProvider {
  private final ReducedLibrary library =
      new ReducedLibrary(
          ReducedLibrary.userCache(System.getenv(), System.getProperty("user.home")),
          line -> System.err.println("lissauer: " + line));

  @Override
  public String kind() {
    return "simulated";
  }

  @Override
  public UnopenedRig read(Settings settings, Electrode electrode) {
    settings.text("kind");
    settings.text("description", "");
    long seed = settings.whole("seed", 0, 1_000_000_000_000L);
    double speedRatio = speed(settings);
    SensorSetup sensor = SensorSetup.from(settings.section("thermocouple"));
    double meterNoise = settings.number("meter_noise_fraction", 0, 0.1);
    double travelSeconds = settings.number("relay_travel_seconds", 0, 0.2);
    double moveSeconds = settings.number("move_seconds", 0.02, 600);
    Wiring wiring = Wiring.from(settings);
    PlantSetup plants = PlantSetup.from(settings, electrode);
    settings.done();
    return () -> {
      SimulatedClock clock = new SimulatedClock(speedRatio);
      Plant plant = plants.plant(library);
      Wiring wired = wiring.to(plants.displacementSiemens(plant));
      SimulatedTip tip = new SimulatedTip(clock, plant, new TipPosition(0, 0));
      SimulatedRelay relay = new SimulatedRelay(clock, travelSeconds);
      return new Rig(
          settings.name(),
          true,
          List.of("simulated bench: " + plants.description(), "seed " + seed),
          clock,
          new SimulatedGenerator(clock, tip, wired, relay, electrode.caps(), meterNoise, seed),
          new SimulatedThermocouple(clock, tip, sensor, seed),
          () -> true,
          relay,
          () -> false,
          new SimulatedPositioner(clock, tip, moveSeconds),
          _ -> {});
    };
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
