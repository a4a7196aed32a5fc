package lissauer.simulator;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lissauer.hal.Caps;
import lissauer.hal.Electrode;
import lissauer.hal.TipPosition;
import lissauer.hal.settings.Settings;
import lissauer.simulator.sensor.SensorSetup;
import lissauer.simulator.tissue.Plant;
import lissauer.simulator.tissue.ReducedLibrary;

/**
 * The things on a simulated bench: one tip in its tissue, and around it whatever heats, reads,
 * connects or moves it. Everything in it happens on its clock and on one thread.
 */
public final class SimulatedBench {
  private final Setup setup;
  private final SimulatedClock clock;
  private final Wiring wiring;
  private final SimulatedTip tip;
  private final SimulatedRelay relay;
  private final SimulatedThermocouple thermocouple;
  private final SimulatedPositioner positioner;

  /** What a rig file of kind {@code simulated} says of its bench. */
  public record Setup(
      long seed,
      SensorSetup sensor,
      double meterNoiseFraction,
      double travelSeconds,
      double moveSeconds,
      Wiring wiring,
      PlantSetup plants) {

    /** Reads everything of the file but the kind, the description and the speed. */
    public static Setup from(Settings rig, Electrode electrode) {
      return new Setup(
          rig.whole("seed", 0, 1_000_000_000_000L),
          SensorSetup.from(rig.section("thermocouple")),
          rig.number("meter_noise_fraction", 0, 0.1),
          rig.number("relay_travel_seconds", 0, 0.2),
          rig.number("move_seconds", 0.02, 600),
          Wiring.from(rig),
          PlantSetup.from(rig, electrode));
    }
  }

  /** Sets a bench up, with a cold tip in fresh tissue; may have to make a reduced model first. */
  public SimulatedBench(Setup setup, SimulatedClock clock, ReducedLibrary library) {
    this.setup = setup;
    this.clock = clock;
    Plant plant = setup.plants.plant(library);
    this.wiring = setup.wiring.to(setup.plants.displacementSiemens(plant));
    this.tip = new SimulatedTip(clock, plant, new TipPosition(0, 0));
    this.relay = new SimulatedRelay(clock, setup.travelSeconds);
    this.thermocouple = new SimulatedThermocouple(clock, tip, setup.sensor, setup.seed);
    this.positioner = new SimulatedPositioner(clock, tip, setup.moveSeconds);
  }

  /** Reduced models that came along or were made on this machine. */
  public static ReducedLibrary library() {
    return new ReducedLibrary(
        ReducedLibrary.userCache(System.getenv(), System.getProperty("user.home")),
        line -> System.err.println("lissauer: " + line));
  }

  /**
   * A generator with these caps, connected through the relay. There can be one: a second one takes
   * the place of the first.
   */
  public SimulatedGenerator generator(Caps caps) {
    return new SimulatedGenerator(
        clock, tip, wiring, relay, caps, setup.meterNoiseFraction, setup.seed);
  }

  /**
   * The way from an amplifier through the relay to the tip, which takes the place of a generator.
   *
   * @param gainRatio of the amplifier
   * @param sourceOhms its output impedance and any series resistor
   */
  public AmplifiedPath amplified(double gainRatio, double sourceOhms) {
    return new AmplifiedPath(clock, tip, wiring, relay, gainRatio, sourceOhms);
  }

  /** What a meter makes of a value, each with noise of its own. */
  public DoubleUnaryOperator meterNoise(String meter) {
    Noise noise = new Noise(setup.seed, meter, setup.meterNoiseFraction);
    return value -> value * (1 + noise.next());
  }

  /** Its time. */
  public SimulatedClock clock() {
    return clock;
  }

  /** The tip in its tissue. */
  public SimulatedTip tip() {
    return tip;
  }

  /** What a generator drives, now. */
  public Wiring.Load load() {
    return wiring.load(tip.now().impedanceOhms());
  }

  /** The contact between generator and tip. */
  public SimulatedRelay relay() {
    return relay;
  }

  /** The sensor in the tip, with its front end. */
  public SimulatedThermocouple thermocouple() {
    return thermocouple;
  }

  /** Who takes the tip from site to site. */
  public SimulatedPositioner positioner() {
    return positioner;
  }

  /** One line each, for the record. */
  public List<String> description() {
    return List.of("simulated bench: " + setup.plants.description(), "seed " + setup.seed);
  }
}
