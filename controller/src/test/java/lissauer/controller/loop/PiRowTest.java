package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lissauer.controller.TestBench;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.SensorTrip;
import lissauer.controller.safety.Trip;
import lissauer.hal.DeviceException;
import lissauer.hal.Indicator;
import lissauer.hal.Interlock;
import lissauer.hal.Rig;
import lissauer.hal.Thermocouple;
import lissauer.hal.gpio.GpioDriver;
import lissauer.hal.gpio.Max31856Driver;
import lissauer.hal.gpio.ThermocoupleType;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.lab.UnopenedDevice;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedClock;
import lissauer.simulator.SimulatedRigProvider;
import lissauer.simulator.device.pi.GpioBank;
import lissauer.simulator.device.pi.Max31856Chip;
import lissauer.simulator.device.pi.SimulatedPi;
import org.junit.jupiter.api.Test;

/** Rows on the chips of config/rigs/pi.yaml, with the tissue behind the emulated ones. */
class PiRowTest {
  private static final int EMERGENCY_STOP = 5;
  private static final int LID = 6;
  private static final int DATA_READY = 25;

  /** On the rig's clock: in the hold of the first site. */
  private static final long LATER_NANOS = 14_000_000_000L;

  private final TestBench bench = new TestBench("nashold-spinal");
  private final GpioBank bank = new GpioBank();
  private final Problems problems = new Problems();
  private final SimulatedBench things = things();
  private final Max31856Chip chip =
      new Max31856Chip(things.clock(), _ -> things.tip().now().tipCelsius(), _ -> 23);
  private final List<Double> trueCelsius = new ArrayList<>();

  @Test
  void aChipThatConvertsTenTimesASecondHoldsAWholeRow() throws DeviceException {
    Tick last = run();
    assertThat(last.phase()).isInstanceOf(Phase.RowDone.class);
    assertThat(trueCelsius).allSatisfy(celsius -> assertThat(celsius).isLessThan(76));
    for (int i = 0; i < bench.ticks.size(); i++) {
      Tick tick = bench.ticks.get(i);
      double seconds = (tick.atNanos() - tick.phase().sinceNanos()) * 1e-9;
      if (tick.phase() instanceof Phase.Hold && seconds > 1.5) {
        assertThat(trueCelsius.get(i)).isBetween(74.0, 76.0);
      }
    }
  }

  @Test
  void aBrokenInterlockWireCutsPowerInTheNextTick() throws DeviceException {
    later(() -> bank.put(EMERGENCY_STOP, GpioBank.Level.FLOATING));
    assertThat(tripWithin(0.02)).isInstanceOf(RigTrip.InterlockOpen.class);
  }

  @Test
  void anOpeningShorterThanATickCutsPowerToo() throws DeviceException {
    later(() -> {
      bank.put(LID, GpioBank.Level.FLOATING);
      bank.put(LID, GpioBank.Level.LOW);
    });
    assertThat(tripWithin(0.02)).isInstanceOf(RigTrip.InterlockOpen.class);
  }

  @Test
  void anOpenThermocoupleThatFloatsAwayCutsPowerAfterItsConversion() throws DeviceException {
    later(() -> chip.open(400));
    assertThat(tripWithin(0.118)).isInstanceOf(SensorTrip.InvalidSample.class);
  }

  @Test
  void aChipThatLosesItsSupplyCutsPowerInTheNextTick() throws DeviceException {
    later(chip::powerCycle);
    assertThat(tripWithin(0.02))
        .isInstanceOfSatisfying(
            RigTrip.DeviceFailed.class,
            failed -> assertThat(failed.message()).contains("its supply dipped"));
  }

  private void later(Runnable breaks) {
    things.clock().at(LATER_NANOS, breaks);
  }

  private Trip tripWithin(double seconds) throws DeviceException {
    Tick last = run();
    assertThat(last.phase()).isInstanceOf(Phase.Tripped.class);
    assertThat(last.decision().command().on()).isFalse();
    int trip = 0;
    while (!(bench.ticks.get(trip).phase() instanceof Phase.Tripped)) {
      trip++;
    }
    assertThat(bench.ticks.get(trip - 1).decision().command().on()).as("it was heating").isTrue();
    assertThat(bench.ticks.get(trip).decision().command().on()).isFalse();
    assertThat((bench.ticks.get(trip).atNanos() - LATER_NANOS) * 1e-9).isBetween(0.0, seconds);
    return ((Phase.Tripped) last.phase()).trip();
  }

  private Tick run() throws DeviceException {
    try (Rig rig = open()) {
      look();
      return new ControlLoop(
              rig,
              new ControlCore(bench.protocol),
              bench.protocol.tickNanos(),
              bench.stop,
              Acknowledgement.never(),
              List.of(bench.ticks::add, _ -> trueCelsius.add(things.tip().now().tipCelsius())))
          .run();
    }
  }

  private SimulatedBench things() {
    Settings file = file("simulated");
    return new SimulatedBench(
        SimulatedRigProvider.bench(file, bench.protocol.electrode()),
        new SimulatedClock(Double.POSITIVE_INFINITY),
        SimulatedBench.library());
  }

  private Rig open() throws DeviceException {
    chip.connect(ThermocoupleType.T);
    bank.connect(DATA_READY, chip::dataReadyPin);
    bank.put(EMERGENCY_STOP, GpioBank.Level.LOW);
    bank.put(LID, GpioBank.Level.LOW);
    SimulatedPi pi = new SimulatedPi(Map.of("/dev/spidev0.0", chip), bank);
    Settings file = file("pi");
    LabBench lab = new LabBench(bench.protocol.electrode(), things.clock(), "");
    UnopenedDevice thermometer = new Max31856Driver(pi).read(file.section("max31856"), lab);
    UnopenedDevice contacts = new GpioDriver(pi).read(file.section("gpio"), lab);
    problems.throwIfAny();
    LabDevice lines = contacts.open();
    return new Rig(
        "pi",
        true,
        List.of(),
        things.clock(),
        things.generator(bench.protocol.electrode().caps()),
        thermometer.open().port(Thermocouple.class).orElseThrow(),
        lines.port(Interlock.class).orElseThrow(),
        things.relay(),
        () -> false,
        things.positioner(),
        lines.port(Indicator.class).orElseThrow(),
        lines::close);
  }

  private Settings file(String rig) {
    return new ConfigFolder(TestBench.CONFIG)
        .open("rigs", rig, Map.of(), new Place("test", 0, 0), problems);
  }

  /** The tissue only knows its present, so the chip looks at it in time. */
  private void look() {
    things
        .clock()
        .at(
            chip.nextLookNanos(),
            () -> {
              chip.register(0);
              look();
            });
  }
}
