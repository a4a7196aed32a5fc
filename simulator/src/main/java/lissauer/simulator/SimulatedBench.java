package lissauer.simulator;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import lissauer.hal.Caps;
import lissauer.hal.Electrode;
import lissauer.hal.Rig;
import lissauer.hal.TipPosition;
import lissauer.hal.console.RigTruth;
import lissauer.hal.settings.Settings;
import lissauer.simulator.fault.FaultPlay;
import lissauer.simulator.fault.FaultScript;
import lissauer.simulator.fault.FaultyPorts;
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
  private final Circuit circuit;
  private final OutputStage stage = new OutputStage();
  private final SimulatedTip tip;
  private final SimulatedRelay relay;
  private final SimulatedThermocouple thermocouple;
  private final SimulatedPositioner positioner;
  private final BenchSwitches switches;
  private final FaultPlay play;
  private boolean amplified;
  private BooleanSupplier output = () -> false;

  /** What a rig file of kind {@code simulated} says of its bench. */
  public record Setup(
      long seed,
      SensorSetup sensor,
      double meterNoiseFraction,
      double travelSeconds,
      double moveSeconds,
      Wiring wiring,
      PlantSetup plants,
      FaultScript faults) {

    /** Reads everything of the file but the kind, the description and the speed. */
    public static Setup from(Settings rig, Electrode electrode) {
      return new Setup(
          rig.whole("seed", 0, 1_000_000_000_000L),
          SensorSetup.from(rig.section("thermocouple")),
          rig.number("meter_noise_fraction", 0, 0.1),
          rig.number("relay_travel_seconds", 0, 0.2),
          rig.number("move_seconds", 0.02, 600),
          Wiring.from(rig),
          PlantSetup.from(rig, electrode),
          FaultScript.of(rig));
    }

    /** The same with another script. */
    public Setup with(FaultScript other) {
      return new Setup(
          seed, sensor, meterNoiseFraction, travelSeconds, moveSeconds, wiring, plants, other);
    }
  }

  /** Sets a bench up, with a cold tip in fresh tissue; may have to make a reduced model first. */
  public SimulatedBench(Setup setup, SimulatedClock clock, ReducedLibrary library) {
    this(setup, clock, setup.plants.plant(library));
  }

  /** Sets a bench up around a plant of the caller's own. */
  SimulatedBench(Setup setup, SimulatedClock clock, Plant plant) {
    this.setup = setup;
    this.clock = clock;
    Wiring wiring = setup.wiring.to(setup.plants.displacementSiemens(plant));
    this.tip = new SimulatedTip(clock, plant, new TipPosition(0, 0));
    this.circuit = new Circuit(clock, tip, wiring);
    this.relay = new SimulatedRelay(clock, setup.travelSeconds);
    this.thermocouple = new SimulatedThermocouple(clock, tip, setup.sensor, setup.seed);
    this.positioner = new SimulatedPositioner(clock, tip, setup.moveSeconds);
    this.switches = new BenchSwitches(this);
    this.play = new FaultPlay(setup.faults, setup.seed, switches);
  }

  /** Reduced models that came along or were made on this machine. */
  public static ReducedLibrary library() {
    return new ReducedLibrary(
        ReducedLibrary.userCache(System.getenv(), System.getProperty("user.home")),
        line -> System.err.println("lissauer: " + line));
  }

  /**
   * A generator with these caps, connected through the relay. There can be one: a second one takes
   * the place of the first, but not that of an amplifier.
   */
  public SimulatedGenerator generator(Caps caps) {
    if (amplified) {
      throw new IllegalStateException("an amplifier is wired to the tip of this bench already");
    }
    SimulatedGenerator generator =
        new SimulatedGenerator(
            clock, tip, circuit, stage, relay, caps, setup.meterNoiseFraction, setup.seed);
    output = generator::on;
    return generator;
  }

  /**
   * The way from an amplifier through the relay to the tip, which takes the place of a generator.
   *
   * @param gainRatio of the amplifier
   * @param sourceOhms its output impedance and any series resistor
   */
  public AmplifiedPath amplified(double gainRatio, double sourceOhms) {
    AmplifiedPath path = new AmplifiedPath(clock, tip, circuit, relay, gainRatio, sourceOhms);
    output = () -> path.powerWatts() > 0;
    amplified = true;
    return path;
  }

  /** Whether an amplifier is wired to the tip, which leaves no place for a generator. */
  public boolean amplified() {
    return amplified;
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
    return circuit.load();
  }

  /** Whether anything is put out, now. */
  boolean outputOn() {
    return output.getAsBoolean();
  }

  /** What a generator's output stage does with what it is told. */
  OutputStage stage() {
    return stage;
  }

  /** Wires and tissue. */
  Circuit circuit() {
    return circuit;
  }

  /** How things stand on it, whatever is shown. */
  public RigTruth truth() {
    return switches.truth();
  }

  /** Tells of each fault of the script when it comes, and of those that have come already. */
  public void tellOfFaults(Consumer<RigTruth.Onset> who) {
    switches.tell(who);
  }

  /** A rig of this bench's devices with the faults of its script on their ports. */
  Rig rig(String name, Caps caps) {
    Rig sound =
        new Rig(
            name,
            true,
            description(),
            clock,
            generator(caps),
            thermocouple,
            () -> true,
            relay,
            () -> false,
            positioner,
            _ -> {},
            () -> {});
    return setup.faults.faults().isEmpty()
        ? sound
        : FaultyPorts.of(sound, setup.faults, play, switches, caps);
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
