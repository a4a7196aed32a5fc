package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lissauer.hal.DeviceException;
import lissauer.hal.RfReading;
import lissauer.hal.scpi.ScpiGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bad wire does to the driver. */
class ScpiFaultTest {
  /** Longest time of a silent instrument before it is called lost: 100 ms, and a tick to notice. */
  private static final double BUDGET_SECONDS = 0.13;

  @ParameterizedTest
  @CsvSource({
    "siglent,SILENT",
    "siglent,LATE",
    "siglent,PARTIAL",
    "keysight,SILENT",
    "keysight,LATE"
  })
  void aGeneratorThatDoesNotAnswerIsLostWithinItsBudget(String family, WireFault fault)
      throws DeviceException {
    ScpiBench bench = bench(family);
    ScpiGenerator generator = heating(bench);
    bench.wire.back().misbehave(fault);
    double from = seconds(bench);
    assertThatThrownBy(() -> bench.run(generator, 0.2, 50))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("no answer to");
    assertThat(seconds(bench) - from).isLessThan(BUDGET_SECONDS);
  }

  @ParameterizedTest
  @CsvSource({"siglent,CORRUPT", "keysight,CORRUPT", "keysight,PARTIAL"})
  void corruptAnswersAreCountedAndTwoInARowEndIt(String family, WireFault fault)
      throws DeviceException {
    ScpiBench bench = bench(family);
    ScpiGenerator generator = heating(bench);
    bench.wire.back().misbehave(fault);
    double from = seconds(bench);
    assertThatThrownBy(() -> bench.run(generator, 0.2, 100)).isInstanceOf(DeviceException.class);
    assertThat(seconds(bench) - from).isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({"siglent", "keysight"})
  void answersThatComeTwiceDoNotGetOutOfStep(String family) throws DeviceException {
    ScpiBench bench = bench(family);
    ScpiGenerator generator = heating(bench);
    bench.wire.back().misbehave(WireFault.DUPLICATED);
    RfReading reading = null;
    try {
      reading = bench.run(generator, 0.2, 50);
    } catch (DeviceException seen) {
      // Bare numbers cannot be told apart: then it ends, and never goes on with a wrong one.
      assertThat(family).isEqualTo("keysight");
    }
    if (reading != null) {
      assertThat(reading.powerWatts()).isBetween(0.15, 0.25);
      assertThat(generator.badFrames()).contains("unasked");
    }
  }

  @Test
  void anAnswerThatIsStuckIsSeenAsASettingThatDidNotTake() throws DeviceException {
    ScpiBench bench = bench("keysight");
    ScpiGenerator generator = heating(bench);
    bench.wire.back().misbehave(WireFault.STUCK);
    assertThatThrownBy(() -> bench.run(generator, 0.3, 50)).isInstanceOf(DeviceException.class);
  }

  @Test
  void aPulledCableIsNamedAtTheNextExchange() throws DeviceException {
    ScpiBench bench = bench("siglent");
    ScpiGenerator generator = heating(bench);
    bench.wire.cut();
    assertThatThrownBy(() -> bench.run(generator, 0.2, 1))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("the port is gone");
    generator.close();
    // The instrument cannot know: it goes on, below its ceiling, until the relay opens.
    assertThat(bench.path.powerWatts()).isBetween(0.1, 1.0);
    bench.bench.relay().drive(false);
    bench.pass(0.05);
    assertThat(bench.path.powerWatts()).isZero();
  }

  @Test
  void aMeterThatIsSilentIsLostToo() throws DeviceException {
    ScpiBench bench = bench("siglent");
    ScpiGenerator generator = heating(bench);
    bench.meterWire.back().misbehave(WireFault.SILENT);
    assertThatThrownBy(() -> bench.run(generator, 0.2, 50))
        .hasMessageContaining("no answer to C1:PAVA? RMS");
  }

  @Test
  void oneBadAnswerIsAskedForAgain() throws DeviceException {
    ScpiBench bench = bench("siglent");
    ScpiGenerator generator = heating(bench);
    bench.meterWire.back().misbehaveOnce("C2:PAVA RMS,oops\n");
    RfReading reading = bench.run(generator, 0.2, 10);
    assertThat(reading.powerWatts()).isBetween(0.15, 0.25);
    assertThat(generator.badFrames()).contains("no number=1");
  }

  private static ScpiBench bench(String family) {
    return new ScpiBench(family.equals("siglent") ? ScpiBench.SIGLENT : ScpiBench.KEYSIGHT);
  }

  private static double seconds(ScpiBench bench) {
    return bench.bench.clock().nanos() * 1e-9;
  }

  private static ScpiGenerator heating(ScpiBench bench) throws DeviceException {
    ScpiGenerator generator = bench.open();
    bench.closeRelay();
    bench.run(generator, 0, 5);
    bench.run(generator, 0.2, 20);
    return generator;
  }
}
