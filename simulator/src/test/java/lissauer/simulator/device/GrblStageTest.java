package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.PositionReading;
import lissauer.hal.RfRelay;
import lissauer.hal.RigFile;
import lissauer.hal.TipPosition;
import lissauer.hal.lab.LabBench;
import lissauer.hal.settings.Problems;
import lissauer.hal.stage.GrblSetup;
import lissauer.hal.stage.GrblStage;
import lissauer.simulator.BenchFixture;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrblStageTest {
  private static final String FILE =
      """
      serial: stage
      along:
        axis: X
        zero_millimetres: -120
        least_millimetres: -150
        most_millimetres: -50
      depth:
        axis: Z
        counts: down
        zero_millimetres: -20
        least_millimetres: -30
        most_millimetres: -5
      retract_millimetres: 2
      """;

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final List<String> log = new ArrayList<>();
  private final GrblMachine machine = new GrblMachine(clock, _ -> {}, log::add);
  private final VirtualWire wire = new VirtualWire(clock, machine);

  @Test
  void itIsHomedAndNamedWhenTheRigOpens() throws DeviceException {
    GrblStage stage = open();
    assertThat(stage.identity()).startsWith("Grbl 1.1h").contains("EMULATED");
    assertThat(stage.emulated()).isTrue();
    assertThat(log).contains("< $H");
  }

  @Test
  void theTipIsWithdrawnTakenAlongAndInserted() throws DeviceException {
    GrblStage stage = open();
    stage.moveTo(new TipPosition(3, 2));
    PositionReading reading = settled(stage);
    assertThat(reading.alongMillimetres()).isCloseTo(3, within(0.01));
    assertThat(reading.depthMillimetres()).isCloseTo(2, within(0.01));
    assertThat(machine.machineMillimetres(0)).isCloseTo(-117, within(0.01));
    assertThat(machine.machineMillimetres(2)).isCloseTo(-22, within(0.01));
    assertThat(log.stream().filter(line -> line.startsWith("< G53")))
        .containsExactly("< G53G1Z-18.000F300.0", "< G53G1X-117.000F300.0", "< G53G1Z-22.000F60.0");
  }

  @Test
  void whileItMovesItIsNotSettled() throws DeviceException {
    GrblStage stage = open();
    stage.moveTo(new TipPosition(3, 2));
    for (int i = 0; i < 100; i++) {
      assertThat(tick(stage).settled()).isFalse();
    }
    assertThat(settled(stage).settled()).isTrue();
  }

  @Test
  void aPlaceOutOfReachIsRefusedBeforeAnythingIsSent() throws DeviceException {
    GrblStage stage = open();
    log.clear();
    assertThatThrownBy(() -> stage.moveTo(new TipPosition(80, 2)))
        .isInstanceOf(DeviceException.class)
        .hasMessage("80.00 mm along the row is out of reach; allowed -30.00 to 70.00 mm");
    assertThatThrownBy(() -> stage.moveTo(new TipPosition(3, 20)))
        .hasMessage("20.00 mm in depth is out of reach; allowed -15.00 to 10.00 mm");
    assertThat(log).noneMatch(line -> line.startsWith("< G"));
  }

  @Test
  void itDoesNotMoveWhileRfCanReachTheTip() throws DeviceException {
    GrblStage stage = open();
    Contact contact = new Contact();
    stage.watch(contact);
    contact.closed = true;
    assertThatThrownBy(() -> stage.moveTo(new TipPosition(3, 2)))
        .hasMessageContaining("does not move while RF can reach the tip");
    assertThat(log).noneMatch(line -> line.startsWith("< G"));
  }

  @Test
  void itHoldsAtOnceWhenRfCanReachTheTipOnTheWay() throws DeviceException {
    GrblStage stage = open();
    Contact contact = new Contact();
    stage.watch(contact);
    stage.moveTo(new TipPosition(3, 2));
    for (int i = 0; i < 20; i++) {
      tick(stage);
    }
    contact.closed = true;
    assertThatThrownBy(() -> tick(stage)).hasMessageContaining("held");
    clock.sleepUntil(clock.nanos() + 10_000_000);
    double at = machine.machineMillimetres(0);
    clock.sleepUntil(clock.nanos() + 10_000_000_000L);
    assertThat(machine.machineMillimetres(0)).isEqualTo(at);
  }

  @Test
  void aStageWithoutSoftLimitsIsRefusedWithTheRemedy() {
    machine.softLimits(false);
    assertThatThrownBy(this::open)
        .hasMessage("has its soft limits off; send it $20=1 with a serial terminal");
  }

  @Test
  void homingThatFindsNoSwitchIsExplained() {
    machine.loseSwitches();
    assertThatThrownBy(this::open)
        .hasMessageContaining("alarm 9: homing: no limit switch was found");
  }

  @Test
  void anAlarmOnTheWayIsExplained() throws DeviceException {
    GrblStage stage = open();
    stage.moveTo(new TipPosition(3, 2));
    tick(stage);
    machine.hitSwitch();
    assertThatThrownBy(() -> settled(stage))
        .hasMessageContaining("alarm 1: a limit switch was hit, the position is lost");
  }

  @Test
  void aStageThatStartsAnewHasLostItsPosition() throws DeviceException {
    GrblStage stage = open();
    machine.restart();
    clock.sleepUntil(clock.nanos() + 10_000_000);
    assertThatThrownBy(stage::read).hasMessageContaining("has started anew");
  }

  @Test
  void aStageThatTheLastServiceLeftMovingIsHomedAnew() throws DeviceException {
    GrblStage last = open();
    last.moveTo(new TipPosition(3, 2));
    tick(last);
    GrblStage next = open();
    next.moveTo(new TipPosition(4, 2));
    assertThat(settled(next).alongMillimetres()).isCloseTo(4, within(0.01));
  }

  @Test
  void aStageThatStopsShortIsNotTakenForOneThatArrived() throws DeviceException {
    GrblStage stage = open();
    stage.moveTo(new TipPosition(3, 2));
    for (int i = 0; i < 30; i++) {
      tick(stage);
    }
    machine.receive(new byte[] {'!', '~'}, 2);
    assertThatThrownBy(() -> settled(stage)).hasMessageContaining("and was sent elsewhere");
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "PARTIAL", "CORRUPT"})
  void withoutAStatusThePositionIsNotBelieved(WireFault fault) throws DeviceException {
    GrblStage stage = open();
    wire.back().misbehave(fault);
    long from = clock.nanos();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                tick(stage);
              }
            })
        .isInstanceOf(DeviceException.class);
    assertThat((clock.nanos() - from) * 1e-9).isLessThan(fault == WireFault.SILENT ? 0.6 : 20);
  }

  @Test
  void aPulledCableIsNamedAndClosingStopsTheStage() throws DeviceException {
    GrblStage stage = open();
    stage.moveTo(new TipPosition(3, 2));
    tick(stage);
    stage.close();
    clock.sleepUntil(clock.nanos() + 10_000_000);
    double at = machine.machineMillimetres(2);
    clock.sleepUntil(clock.nanos() + 1_000_000_000);
    assertThat(machine.machineMillimetres(2)).isEqualTo(at);
    assertThatThrownBy(stage::read).hasMessageContaining("the port is gone");
  }

  @Test
  void aRetractThatTheStageCannotReachIsFoundInTheFile() {
    Problems problems = new Problems();
    GrblSetup.from(
        RigFile.of(problems, FILE.replace("retract_millimetres: 2", "retract_millimetres: 40")),
        bench());
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("retract_millimetres: is out of reach");
  }

  private GrblStage open() throws DeviceException {
    Problems problems = new Problems();
    GrblSetup setup = GrblSetup.from(RigFile.of(problems, FILE), bench());
    problems.throwIfAny();
    return GrblStage.open(setup, clock, wire);
  }

  private LabBench bench() {
    return new LabBench(BenchFixture.electrode(), clock, "/run/bench");
  }

  private PositionReading tick(GrblStage stage) throws DeviceException {
    clock.sleepUntil(clock.nanos() + 20_000_000);
    return stage.read();
  }

  private PositionReading settled(GrblStage stage) throws DeviceException {
    PositionReading reading = stage.read();
    for (int i = 0; i < 5000 && !reading.settled(); i++) {
      reading = tick(stage);
    }
    return reading;
  }

  private static final class Contact implements RfRelay {
    private boolean closed;

    @Override
    public void drive(boolean driven) {
      closed = driven;
    }

    @Override
    public boolean closed() {
      return closed;
    }
  }
}
