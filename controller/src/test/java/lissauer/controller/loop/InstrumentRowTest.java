package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.controller.plan.Phase;
import lissauer.controller.record.RowTally;
import lissauer.controller.record.SiteResult;
import lissauer.controller.safety.RigTrip;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import lissauer.hal.TipPosition;
import lissauer.hal.lab.LabBench;
import lissauer.hal.relay.K8090Relay;
import lissauer.hal.scpi.ScpiGenerator;
import lissauer.hal.scpi.ScpiOpener;
import lissauer.hal.scpi.ScpiSetup;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.stage.GrblSetup;
import lissauer.hal.stage.GrblStage;
import lissauer.simulator.AmplifiedPath;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedClock;
import lissauer.simulator.SimulatedRigProvider;
import lissauer.simulator.device.GrblMachine;
import lissauer.simulator.device.K8090Board;
import lissauer.simulator.device.LineWireDevice;
import lissauer.simulator.device.SiglentGenerator;
import lissauer.simulator.device.SiglentScope;
import lissauer.simulator.device.VirtualWire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A row on function generator, amplifier, scope, relay board and stage: the drivers themselves,
 * with emulated instruments behind simulated wires.
 */
class InstrumentRowTest {
  private static final double LINE_SECONDS = 0.001;

  @TempDir private Path folder;
  private final Problems problems = new Problems();
  private final ConfigFolder config = new ConfigFolder(TestBench.CONFIG);
  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final List<VirtualWire> wires = new ArrayList<>();
  private Protocol protocol;
  private SimulatedBench bench;
  private AmplifiedPath path;
  private RowTally tally;

  @BeforeEach
  void threeSites() throws Exception {
    Path plan = folder.resolve("three.yaml");
    String nashold = Files.readString(TestBench.CONFIG.resolve("plans/nashold-spinal.yaml"));
    Files.writeString(plan, nashold.replace("sites: 20", "sites: 3"));
    protocol = new ProtocolReader(config).read(plan.toString(), problems);
    problems.throwIfAny();
    bench =
        new SimulatedBench(
            SimulatedRigProvider.bench(open("simulated"), protocol.electrode()),
            clock,
            SimulatedBench.library());
    path = bench.amplified(10, 50);
    tally = new RowTally(protocol.plan());
  }

  @Test
  void theRowIsMadeAsPlannedOnInstrumentsThatRegulateNothing() throws DeviceException {
    Tick last = run(_ -> {});
    assertThat(last.phase()).isInstanceOf(Phase.RowDone.class);
    assertThat(tally.results())
        .hasSize(3)
        .allMatch(site -> site.verdict() == SiteResult.Verdict.COMPLETE, "complete");
    clock.sleepUntil(clock.nanos() + 100_000_000);
    assertThat(path.powerWatts()).isZero();
  }

  @Test
  void aCableThatIsPulledDuringTheHoldTripsAndTheRelayTakesRfAway() throws DeviceException {
    Tick last =
        run(tick -> {
          if (tick.phase() instanceof Phase.Hold && tick.phase().site() == 1) {
            wires.getFirst().cut();
          }
        });
    assertThat(last.phase())
        .isInstanceOfSatisfying(
            Phase.Tripped.class,
            tripped ->
                assertThat(tripped.trip())
                    .isEqualTo(new RigTrip.DeviceFailed("generator", "the port is gone")));
    assertThat(path.powerWatts()).isZero();
  }

  private Tick run(java.util.function.Consumer<Tick> listener) throws DeviceException {
    try (Rig rig = rig()) {
      return new ControlLoop(
              rig,
              new ControlCore(protocol),
              protocol.tickNanos(),
              new StopSwitch(),
              Acknowledgement.never(),
              List.of(tally, listener))
          .run();
    }
  }

  private Rig rig() throws DeviceException {
    Settings file = open("scpi");
    LabBench lab = new LabBench(protocol.electrode(), clock, "");
    ScpiSetup setup = ScpiSetup.from(file.section("scpi"), lab);
    GrblSetup stage = GrblSetup.from(file.section("grbl"), lab);
    problems.throwIfAny();
    ScpiGenerator generator = generator(setup);
    K8090Board board = new K8090Board(on -> bench.relay().drive(on == 3), _ -> {});
    K8090Relay relay = K8090Relay.open(clock, wire(board), List.of(1, 2));
    GrblStage positioner =
        GrblStage.open(stage, clock, wire(new GrblMachine(clock, this::arrive, _ -> {})));
    positioner.watch(relay);
    return new Rig(
        "scpi",
        true,
        generator.identities(),
        clock,
        generator,
        bench.thermocouple(),
        () -> true,
        relay,
        () -> false,
        positioner,
        _ -> {},
        () -> {});
  }

  private ScpiGenerator generator(ScpiSetup setup) throws DeviceException {
    SiglentGenerator sdg = new SiglentGenerator(Double.POSITIVE_INFINITY, path::drive);
    SiglentScope scope =
        new SiglentScope(
            clock, path::voltsRms, () -> path.ampsRms() * 10, bench.meterNoise("scope"), 0.01);
    return ScpiOpener.open(
        setup,
        protocol.electrode(),
        clock,
        wire(new LineWireDevice(clock, sdg, LINE_SECONDS, _ -> {})),
        wire(new LineWireDevice(clock, scope, LINE_SECONDS, _ -> {})));
  }

  private void arrive(GrblMachine machine) {
    double depth = -(machine.machineMillimetres(2) + 20);
    if (depth >= 0) {
      bench.tip().place(new TipPosition(machine.machineMillimetres(0) + 120, depth));
    }
  }

  private VirtualWire wire(lissauer.simulator.device.WireDevice device) {
    VirtualWire wire = new VirtualWire(clock, device);
    wires.add(wire);
    return wire;
  }

  private Settings open(String rig) {
    return config.open("rigs", rig, new Place("test", 0, 0), problems);
  }
}
