package lissauer.simulator.device;

import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.Positioner;
import lissauer.hal.RigClock;
import lissauer.hal.RigFile;
import lissauer.hal.TipPosition;
import lissauer.hal.contract.BenchUnderTest;
import lissauer.hal.contract.PositionerContract;
import lissauer.hal.lab.LabBench;
import lissauer.hal.settings.Problems;
import lissauer.hal.stage.GrblSetup;
import lissauer.hal.stage.GrblStage;
import lissauer.simulator.BenchFixture;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.BeforeEach;

/** The stage, by what every positioner must do. */
class GrblContractTest extends PositionerContract implements BenchUnderTest {
  private static final double ZERO_ALONG = -20;
  private static final double ZERO_DEPTH = -5;
  private static final String FILE =
      """
      serial: stage
      along:
        axis: X
        zero_millimetres: -20
        least_millimetres: -30
        most_millimetres: -5
      depth:
        axis: Z
        counts: down
        zero_millimetres: -5
        least_millimetres: -10
        most_millimetres: -1
      """;

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final GrblMachine machine = new GrblMachine(clock, _ -> {}, _ -> {});
  private final VirtualWire wire = new VirtualWire(clock, machine);
  private GrblStage stage;

  @BeforeEach
  void open() throws DeviceException {
    Problems problems = new Problems();
    GrblSetup setup =
        GrblSetup.from(
            RigFile.of(problems, FILE), new LabBench(BenchFixture.electrode(), clock, "/run"));
    problems.throwIfAny();
    stage = GrblStage.open(setup, clock, wire);
  }

  @Override
  protected BenchUnderTest bench() {
    return this;
  }

  @Override
  protected Positioner positioner() {
    return stage;
  }

  @Override
  protected double moveSeconds() {
    return 10;
  }

  @Override
  protected TipPosition tip() {
    return new TipPosition(
        machine.machineMillimetres(0) - ZERO_ALONG, ZERO_DEPTH - machine.machineMillimetres(2));
  }

  @Override
  public RigClock clock() {
    return clock;
  }

  @Override
  public double tissueWatts() {
    return 0;
  }

  @Override
  public Caps caps() {
    return BenchFixture.electrode().caps();
  }

  @Override
  public boolean silence() {
    wire.back().misbehave(WireFault.SILENT);
    return true;
  }
}
