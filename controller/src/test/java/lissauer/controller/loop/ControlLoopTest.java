package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.OutputTrip;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.RowTrip;
import lissauer.controller.safety.SensorTrip;
import lissauer.controller.safety.StopSource;
import lissauer.controller.safety.Trip;
import lissauer.hal.DeviceException;
import lissauer.hal.Quality;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RfRelay;
import lissauer.hal.Rig;
import lissauer.hal.TemperatureSample;
import org.junit.jupiter.api.Test;

class ControlLoopTest {
  private final TestBench bench = new TestBench("nashold-spinal");

  /** True from the fifth second of the first hold on. */
  private final AtomicBoolean broken = new AtomicBoolean();

  @Test
  void anOpenThermocoupleCutsPowerInTheSameTick() throws DeviceException {
    Tick last =
        breaking(rig ->
            TestBench.with(
                rig,
                () -> {
                  TemperatureSample good = rig.thermocouple().read();
                  return broken.get()
                      ? new TemperatureSample(
                          good.sampledNanos(), Double.NaN, 23, Quality.OPEN_CIRCUIT)
                      : good;
                }));
    assertTripped(last, SensorTrip.InvalidSample.class);
    Tick first =
        bench.ticks.stream()
            .filter(t -> t.inputs().sample().temperature().quality() == Quality.OPEN_CIRCUIT)
            .findFirst()
            .orElseThrow();
    assertThat(first.decision().command()).isEqualTo(RfCommand.OFF);
    assertThat(first.decision().relayClosed()).isFalse();
    assertThat(before(first).decision().command().on()).isTrue();
  }

  @Test
  void aThermocoupleThatStopsConvertingTripsWithinItsAge() throws DeviceException {
    TemperatureSample[] frozen = new TemperatureSample[1];
    Tick last =
        breaking(rig ->
            TestBench.with(
                rig,
                () -> {
                  if (!broken.get() || frozen[0] == null) {
                    frozen[0] = rig.thermocouple().read();
                  }
                  return frozen[0];
                }));
    assertTripped(last, SensorTrip.StaleSample.class);
    assertThat(((SensorTrip.StaleSample) tripOf(last)).ageSeconds()).isBetween(0.25, 0.275);
  }

  @Test
  void aGeneratorThatDoesNotAnswerTripsAtTheNextTick() throws DeviceException {
    RfGenerator silent = mock(RfGenerator.class);
    Tick last =
        breaking(rig -> {
          try {
            when(silent.exchange(any()))
                .thenAnswer(call -> {
                  if (broken.get()) {
                    throw new DeviceException("generator", "no reply in 0.05 s");
                  }
                  return rig.generator().exchange(call.getArgument(0));
                });
          } catch (DeviceException e) {
            throw new AssertionError(e);
          }
          return TestBench.with(rig, silent);
        });
    assertTripped(last, RigTrip.DeviceFailed.class);
    assertThat(tripOf(last).what()).isEqualTo("generator: no reply in 0.05 s");
    assertThat(last.inputs().sample().relayClosed()).isFalse();
  }

  @Test
  void anOutputThatStaysOnIsNeverCalledOff() throws DeviceException {
    Tick last =
        breaking(rig ->
            TestBench.with(
                rig,
                generator(
                    rig,
                    reading -> new RfReading(reading.measuredNanos(), 17, 0.018, 0.3, 930, true))));
    assertTripped(last, OutputTrip.OutputNotOff.class);
    double watchedSeconds = (last.atNanos() - last.phase().sinceNanos()) * 1e-9;
    assertThat(watchedSeconds).as("the loop gives up watching").isBetween(1.0, 1.1);
    assertThat(new ControlCore(bench.protocol).finished(last)).isFalse();
  }

  @Test
  void aRelayThatFallsOpenTrips() throws DeviceException {
    Tick last = breaking(rig -> TestBench.with(rig, relay(rig, false)));
    assertTripped(last, RigTrip.RelayOpen.class);
  }

  @Test
  void aRelayThatIsWeldedFailsTheSelfTest() throws DeviceException {
    broken.set(true);
    Tick last = bench.changing(rig -> TestBench.with(rig, relay(rig, true))).run();
    assertTripped(last, RigTrip.SelfTestFailed.class);
    assertThat(bench.ticks).noneMatch(tick -> tick.decision().command().on());
  }

  @Test
  void anOpenInterlockTrips() throws DeviceException {
    assertTripped(
        breaking(rig -> TestBench.with(rig, () -> !broken.get())), RigTrip.InterlockOpen.class);
  }

  @Test
  void aStopCutsRfAtTheNextTick() throws DeviceException {
    Tick last =
        bench
            .onTick(tick -> {
              if (tick.phase() instanceof Phase.Hold) {
                bench.stop.press(StopSource.TERMINAL);
              }
            })
            .run();
    assertTripped(last, RigTrip.Stopped.class);
    Tick firstHold =
        bench.ticks.stream().filter(t -> t.phase() instanceof Phase.Hold).findFirst().orElseThrow();
    Tick next = bench.ticks.get((int) firstHold.number() + 1);
    assertThat(next.decision().command()).isEqualTo(RfCommand.OFF);
    assertThat(next.phase()).isInstanceOf(Phase.Tripped.class);
  }

  @Test
  void aRowThatEndsEarlyIsSeenToBeOff() throws DeviceException {
    bench.onTick(tick -> broken.compareAndSet(false, tick.atNanos() > 8_000_000_000L));
    Tick last = bench.changing(rig -> TestBench.with(rig, () -> !broken.get())).run();
    assertThat(new ControlCore(bench.protocol).finished(last)).isTrue();
    assertThat(last.inputs().rf().outputOn()).isFalse();
  }

  @Test
  void anErrorOfOurOwnSwitchesOffBeforeAnythingElse() {
    List<String> after = new ArrayList<>();
    bench
        .changing(rig ->
            TestBench.with(
                rig,
                new RfGenerator() {
                  @Override
                  public RfReading exchange(RfCommand command) throws DeviceException {
                    if (broken.get()) {
                      after.add(command.on() ? "on" : "off");
                    }
                    return rig.generator().exchange(command);
                  }

                  @Override
                  public void close() {
                    after.add("closed");
                  }
                }))
        .onTick(tick -> {
          if (tick.phase() instanceof Phase.Hold) {
            broken.set(true);
            throw new IllegalStateException("a listener that must not throw");
          }
        });
    assertThatIllegalStateException().isThrownBy(bench::run);
    assertThat(after).containsExactly("off", "closed");
  }

  @Test
  void theFirstCauseStays() throws DeviceException {
    AtomicInteger reads = new AtomicInteger();
    Tick last =
        breaking(rig ->
            TestBench.with(
                rig,
                () -> {
                  if (broken.get() && reads.incrementAndGet() == 2) {
                    bench.stop.press(StopSource.TERMINAL);
                  }
                  return !broken.get();
                }));
    List<Trip> causes =
        bench.ticks.stream()
            .filter(t -> t.phase() instanceof Phase.Tripped)
            .map(ControlLoopTest::tripOf)
            .distinct()
            .toList();
    assertThat(causes).hasSize(1);
    assertTripped(last, RigTrip.InterlockOpen.class);
    assertThat(last.inputs().stop()).isEqualTo(StopSource.TERMINAL);
  }

  @Test
  void aTipInFluidIsNotHeated() throws DeviceException {
    Tick last =
        bench
            .changing(rig ->
                TestBench.with(
                    rig,
                    generator(
                        rig, r -> new RfReading(r.measuredNanos(), 0.1, 0.0002, 0, 400, false))))
            .onTick(_ -> broken.set(true))
            .run();
    assertTripped(last, RowTrip.ContactNotMade.class);
    assertThat(bench.ticks).noneMatch(tick -> tick.decision().command().on());
  }

  @Test
  void noCommandIsEverAboveThePlansLimit() throws DeviceException {
    bench.with(Map.of("thermocouple.noise_kelvin", "1")).run();
    assertThat(bench.ticks)
        .allSatisfy(t -> assertThat(t.decision().command().powerWatts()).isBetween(0.0, 0.6));
  }

  private Tick breaking(UnaryOperator<Rig> change) throws DeviceException {
    return bench
        .changing(change)
        .onTick(tick -> {
          double seconds = (tick.atNanos() - tick.phase().sinceNanos()) * 1e-9;
          if (tick.phase() instanceof Phase.Hold && seconds > 5) {
            broken.set(true);
          }
        })
        .run();
  }

  private RfGenerator generator(Rig rig, UnaryOperator<RfReading> lie) {
    return new LyingGenerator(rig.generator(), broken, lie);
  }

  private RfRelay relay(Rig rig, boolean stuck) {
    return new RfRelay() {
      @Override
      public void drive(boolean closed) throws DeviceException {
        rig.relay().drive(closed);
      }

      @Override
      public boolean closed() throws DeviceException {
        return broken.get() ? stuck : rig.relay().closed();
      }
    };
  }

  private Tick before(Tick tick) {
    return bench.ticks.get((int) tick.number() - 1);
  }

  private static Trip tripOf(Tick tick) {
    return ((Phase.Tripped) tick.phase()).trip();
  }

  private static void assertTripped(Tick last, Class<? extends Trip> cause) {
    assertThat(last.phase()).isInstanceOf(Phase.Tripped.class);
    assertThat(tripOf(last)).isInstanceOf(cause);
    assertThat(last.decision().command()).isEqualTo(RfCommand.OFF);
  }
}
