package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import lissauer.controller.TestBench;
import lissauer.controller.control.Probe;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.OutputTrip;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.SensorTrip;
import lissauer.controller.safety.Trip;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RfRelay;
import lissauer.hal.Rig;
import lissauer.hal.TipPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every port fails while every kind of program is under way: off, relay open, the right cause. */
class FaultyPortsTest {
  private final AtomicBoolean broken = new AtomicBoolean();

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "thermocouple, nashold-spinal",
    "thermocouple, low-power-coagulation",
    "thermocouple, pulsed-rhizotomy",
    "interlock, nashold-spinal",
    "footswitch, low-power-coagulation",
    "relay, nashold-spinal",
    "relay, pulsed-rhizotomy",
    "positioner, nashold-spinal",
    "generator, low-power-coagulation",
    "generator, pulsed-rhizotomy",
    "indicator, nashold-spinal"
  })
  void aPortThatFailsEndsTheRowWithItsName(String port, String plan) throws DeviceException {
    TestBench bench = bench(plan, rig -> failing(rig, port));
    Tick last = bench.run();
    assertThat(last.phase()).isInstanceOf(Phase.Tripped.class);
    assertThat(((Phase.Tripped) last.phase()).trip())
        .isEqualTo(new RigTrip.DeviceFailed(port, "no reply"));
    assertThat(last.decision().command()).isEqualTo(RfCommand.OFF);
    assertThat(last.decision().relayClosed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nashold-spinal", "low-power-coagulation", "pulsed-rhizotomy"})
  void anImpedanceOutsideTheWindowTripsInEveryProgram(String plan) throws DeviceException {
    Tick last =
        bench(plan, rig -> TestBench.with(rig, lying(rig, r -> with(r, r.powerWatts(), 9000))))
            .run();
    assertCause(last, OutputTrip.ImpedanceOutside.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nashold-spinal", "low-power-coagulation", "pulsed-rhizotomy"})
  void twiceThePowerTripsInEveryProgram(String plan) throws DeviceException {
    Tick last =
        bench(
                plan,
                rig ->
                    TestBench.with(
                        rig, lying(rig, r -> with(r, 2 * r.powerWatts(), r.impedanceOhms()))))
            .run();
    assertCause(last, OutputTrip.PowerAboveCommand.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nashold-spinal", "low-power-coagulation"})
  void powerThatTheMeterDoesNotSeeTrips(String plan) throws DeviceException {
    Tick last =
        bench(plan, rig -> TestBench.with(rig, lying(rig, r -> with(r, 0, r.impedanceOhms()))))
            .run();
    assertCause(
        last,
        plan.equals("nashold-spinal")
            ? SensorTrip.TemperatureUnexplained.class
            : OutputTrip.PowerBelowCommand.class);
  }

  @Test
  void aContactThatWeldsDuringARowIsFoundBeforeTheTipMoves() throws DeviceException {
    TestBench bench = bench("nashold-spinal", rig -> TestBench.with(rig, welding(rig)));
    Tick last = bench.run();
    assertCause(last, RigTrip.RelayClosed.class);
    assertThat(last.decision().tipAt()).isEqualTo(new TipPosition(0, 2));
  }

  @Test
  void theLampFollowsTheMeasuredOutputAndNotTheCommand() throws DeviceException {
    List<Boolean> lamp = new ArrayList<>();
    TestBench bench = new TestBench("cordotomy");
    bench.changing(rig ->
        TestBench.with(
            TestBench.with(
                rig, lying(rig, r -> new RfReading(r.measuredNanos(), 0, 0, 0, 1218, true))),
            lamp::add));
    bench.onTick(tick -> broken.set(true)).run();
    assertThat(lamp).isNotEmpty().contains(true);
  }

  @Test
  void nothingButTissueAndSensorPassesFromSiteToSite() throws DeviceException {
    TestBench bench = new TestBench("nashold-spinal");
    bench.run();
    List<Tick> starts =
        bench.ticks.stream()
            .filter(tick -> tick.phase() instanceof Phase.ContactCheck)
            .filter(tick -> tick.atNanos() == tick.phase().sinceNanos())
            .toList();
    assertThat(starts).hasSize(20);
    assertThat(starts.getFirst().law().temperature().finding()).isNull();
    Probe.Finding finding = starts.getLast().law().temperature().finding();
    assertThat(finding).isNotNull();
    assertThat(starts.subList(1, 20))
        .allSatisfy(tick -> {
          assertThat(tick.law().temperature().finding()).isSameAs(finding);
          assertThat(tick.law().pulseFraction()).isEqualTo(1);
          assertThat(tick.law().temperature().powerWatts()).isZero();
          assertThat(tick.law().temperature().believedCelsius())
              .isCloseTo(tick.inputs().sample().temperature().tipCelsius(), within(0.3));
        });
  }

  @Test
  void theTipMovesOnlyWithRfOffAndTheRelaysContactOpen() throws DeviceException {
    TestBench bench = new TestBench("nashold-spinal");
    bench.run();
    Tick before = bench.ticks.getFirst();
    int moves = 0;
    for (Tick tick : bench.ticks) {
      if (!tick.decision().tipAt().equals(before.decision().tipAt())) {
        moves++;
        assertThat(tick.decision().command().on()).isFalse();
        assertThat(tick.inputs().sample().relayClosed()).isFalse();
      }
      before = tick;
    }
    assertThat(moves).isEqualTo(20);
  }

  private TestBench bench(String plan, UnaryOperator<Rig> change) {
    TestBench bench = new TestBench(plan);
    return bench
        .changing(change)
        .onTick(tick -> {
          double seconds = (tick.atNanos() - tick.phase().sinceNanos()) * 1e-9;
          if (tick.phase() instanceof Phase.Hold && seconds > 5) {
            broken.set(true);
          }
        });
  }

  private void fail(String port) throws DeviceException {
    if (broken.get()) {
      throw new DeviceException(port, "no reply");
    }
  }

  private Rig failing(Rig rig, String port) {
    return switch (port) {
      case "thermocouple" ->
          TestBench.with(
              rig,
              () -> {
                fail(port);
                return rig.thermocouple().read();
              });
      case "relay" -> TestBench.with(rig, failingRelay(rig));
      case "generator" -> TestBench.with(rig, failingGenerator(rig));
      default -> TestBench.rest(rig, () -> fail(port), port);
    };
  }

  private RfRelay failingRelay(Rig rig) {
    return new RfRelay() {
      @Override
      public void drive(boolean closed) throws DeviceException {
        rig.relay().drive(closed);
      }

      @Override
      public boolean closed() throws DeviceException {
        fail("relay");
        return rig.relay().closed();
      }
    };
  }

  private RfGenerator failingGenerator(Rig rig) {
    return new RfGenerator() {
      @Override
      public RfReading exchange(RfCommand command) throws DeviceException {
        fail("generator");
        return rig.generator().exchange(command);
      }

      @Override
      public void close() {
        rig.generator().close();
      }
    };
  }

  private RfGenerator lying(Rig rig, UnaryOperator<RfReading> lie) {
    return new LyingGenerator(rig.generator(), broken, lie);
  }

  private RfRelay welding(Rig rig) {
    return new RfRelay() {
      @Override
      public void drive(boolean closed) throws DeviceException {
        rig.relay().drive(closed);
      }

      @Override
      public boolean closed() throws DeviceException {
        return broken.get() || rig.relay().closed();
      }
    };
  }

  private static RfReading with(RfReading r, double watts, double ohms) {
    return new RfReading(
        r.measuredNanos(),
        r.voltsRms(),
        r.ampsRms(),
        watts,
        r.outputOn() ? ohms : r.impedanceOhms(),
        r.outputOn());
  }

  private static void assertCause(Tick last, Class<? extends Trip> cause) {
    assertThat(last.phase()).isInstanceOf(Phase.Tripped.class);
    assertThat(((Phase.Tripped) last.phase()).trip()).isInstanceOf(cause);
  }
}
