package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.Indicator;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RfRelay;
import lissauer.hal.Thermocouple;
import lissauer.hal.modbus.FrontEnd;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrontEndFaultTest {
  private static final RfCommand SOME = new RfCommand(0.2, 250_000_000);

  private final FrontEndBench bench = new FrontEndBench();
  private FrontEnd frontEnd;

  @ParameterizedTest
  @EnumSource(
      value = WireFault.class,
      names = {"LATE", "PARTIAL", "STUCK", "SILENT"})
  void aWireThatStaysBadIsAnErrorInTimeAndTheOutputEndsWithItsLease(WireFault fault)
      throws DeviceException {
    heat();
    bench.line.back().misbehave(fault);
    if (fault == WireFault.STUCK) {
      generator().exchange(SOME); // the answer that it is stuck at
    }
    long before = bench.clock().nanos();
    String times = fault == WireFault.PARTIAL ? "asked 2 times" : "asked 4 times";
    assertFails(() -> generator().exchange(SOME), times);
    assertThat(bench.clock().nanos() - before).isLessThanOrEqualTo(200_000_000);
    bench.pass(0.3);
    assertThat(bench.tissueWatts()).isZero();
    bench.line.back().misbehave(WireFault.NONE);
    bench.pass(0.6); // late answers come in
    assertThat(generator().exchange(RfCommand.OFF).outputOn()).isFalse();
    assertThat(frontEnd.badFrames().total()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0.2, 100", "0, 400"})
  void aLineThatStandsStillForATenthOfASecondIsWaitedFor(double watts, long millis)
      throws DeviceException {
    heat();
    RfCommand command = new RfCommand(watts, 250_000_000);
    generator().exchange(command);
    bench.line.back().misbehave(WireFault.SILENT);
    bench
        .bench
        .clock()
        .at(
            bench.clock().nanos() + TimeUnit.MILLISECONDS.toNanos(millis),
            () -> bench.line.back().misbehave(WireFault.NONE));
    assertThat(generator().exchange(command).powerWatts()).isCloseTo(watts, within(0.05));
    assertThat(frontEnd.badFrames().counts()).containsKey("silence");
  }

  @Test
  void aLineThatLagsByMoreThanATryStillAnswersAndItsReadingsAreThatOld() throws DeviceException {
    heat();
    bench.line.back().lag(60_000_000);
    for (int i = 0; i < 20; i++) {
      long before = bench.clock().nanos();
      RfReading reading = generator().exchange(SOME);
      assertThat(reading.measuredNanos()).isBetween(before, before + 1_000_000);
      assertThat(bench.clock().nanos() - before).isBetween(60_000_000L, 80_000_000L);
    }
    assertThat(bench.tissueWatts()).isGreaterThan(0.15);
  }

  @Test
  void oneBadAnswerIsAskedForAgainAndOnlyCounted() throws DeviceException {
    heat();
    bench.line.back().misbehave(WireFault.CORRUPT);
    bench
        .bench
        .clock()
        .at(bench.clock().nanos() + 20_000_000, () -> bench.line.back().misbehave(WireFault.NONE));
    assertThat(generator().exchange(SOME).powerWatts()).isGreaterThan(0.15);
    assertThat(frontEnd.badFrames().total()).isPositive();
  }

  @Test
  void anAnswerThatComesTwiceDoesNotStandForTheNext() throws DeviceException {
    heat();
    bench.line.back().misbehave(WireFault.DUPLICATED);
    for (int i = 0; i < 10; i++) {
      bench.pass(0.02);
      RfReading reading = generator().exchange(SOME);
      assertThat(bench.clock().nanos() - reading.measuredNanos()).isLessThan(20_000_000);
    }
    assertThat(frontEnd.badFrames().counts()).containsKey("left over");
  }

  @Test
  void anOpenInterlockSwitchesTheBoardOffByItselfAndTheDriverSaysWhy() throws DeviceException {
    heat();
    bench.board.interlock(false);
    bench.pass(0.005);
    assertThat(bench.tissueWatts()).isZero();
    assertFails(() -> generator().exchange(SOME), "interlock opened with RF on");
    assertThat(generator().exchange(RfCommand.OFF).outputOn()).isFalse();
    bench.pass(0.1);
    assertThat(port(RfRelay.class).closed()).isFalse();
    assertThatThrownBy(bench::open).hasMessageContaining("interlock opened");
    bench.board.interlock(true);
    frontEnd = bench.open();
    heat();
    assertThat(bench.tissueWatts()).isPositive();
  }

  @Test
  void aLostReturnPathSwitchesTheBoardOff() throws DeviceException {
    heat();
    bench.board.returnPath(false);
    assertFails(() -> generator().exchange(SOME), "return path lost");
    assertThat(bench.tissueWatts()).isZero();
  }

  @Test
  void theTipsCapIsHeldByTheBoard() throws DeviceException {
    heat(new Caps(0.6, 1, 30, 0.05, 45, 60));
    assertFails(
        () -> {
          for (int i = 0; i < 200; i++) {
            generator().exchange(SOME);
            bench.pass(0.02);
          }
        },
        "tip above its cap");
    assertThat(bench.tissueWatts()).isZero();
    assertThat(port(Thermocouple.class).read().tipCelsius()).isBetween(45.0, 48.0);
  }

  @Test
  void theTimeCapIsHeldByTheBoardUntilTheRelayHasBeenOpen() throws DeviceException {
    heat(new Caps(0.6, 1, 30, 0.05, 90, 1));
    assertFails(() -> hold(1.2), "RF on for longer");
    assertThat(bench.log.toString()).contains("RF_TIME");
    frontEnd = bench.open(new Caps(0.6, 1, 30, 0.05, 90, 1));
    heat();
    hold(0.5);
    assertThat(bench.tissueWatts()).isPositive();
  }

  @Test
  void theRelayFallsOpenWhenNobodySpeaks() throws DeviceException {
    frontEnd = bench.open();
    port(RfRelay.class).drive(true);
    bench.pass(0.45);
    assertThat(bench.bench.relay().closed()).isTrue();
    bench.pass(0.1);
    assertThat(bench.bench.relay().closed()).isFalse();
  }

  @Test
  void aBoardThatWasResetIsFoundOut() throws DeviceException {
    heat();
    bench.board.reset();
    assertThat(bench.tissueWatts()).isZero();
    assertFails(() -> generator().exchange(SOME), "refuses a request");
    assertFails(() -> generator().exchange(RfCommand.OFF), "was reset");
  }

  @Test
  void theLampIsLitWithTheNextExchange() throws DeviceException {
    frontEnd = bench.open();
    port(Indicator.class).showRf(true);
    generator().exchange(RfCommand.OFF);
    assertThat(bench.board.command().control()).isEqualTo(2);
    port(Indicator.class).showRf(false);
    generator().exchange(RfCommand.OFF);
    assertThat(bench.board.command().control()).isZero();
  }

  @Test
  void powerAboveItsCapIsRefusedBeforeItIsSent() throws DeviceException {
    heat();
    assertFails(() -> generator().exchange(new RfCommand(1.1, 250_000_000)), "above the cap");
    assertFails(() -> generator().exchange(new RfCommand(0.1, 2_000_000_000)), "lease of 2000 ms");
    assertFails(() -> generator().exchange(new RfCommand(0.1, 0)), "lease of 0 ms");
  }

  private void heat() throws DeviceException {
    heat(bench.caps());
  }

  private void heat(Caps caps) throws DeviceException {
    if (frontEnd == null) {
      frontEnd = bench.open(caps);
    }
    port(RfRelay.class).drive(true);
    bench.pass(0.05);
    hold(0.2);
  }

  private void hold(double seconds) throws DeviceException {
    for (double passed = 0; passed < seconds; passed += 0.02) {
      generator().exchange(SOME);
      bench.pass(0.02);
    }
  }

  private RfGenerator generator() {
    return port(RfGenerator.class);
  }

  private <T> T port(Class<T> type) {
    return frontEnd.port(type).orElseThrow();
  }

  private static void assertFails(ThrowingCallable action, String saying) {
    assertThatThrownBy(action).isInstanceOf(DeviceException.class).hasMessageContaining(saying);
  }
}
