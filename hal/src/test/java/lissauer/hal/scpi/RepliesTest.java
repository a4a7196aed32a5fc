package lissauer.hal.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.LineSplitter;
import lissauer.hal.link.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of instruments, right and wrong. */
class RepliesTest {
  private static final String WAVE =
      "WVTP,SINE,FRQ,480000HZ,PERI,2.08333e-06S,AMP,4V,AMPVRMS,1.414Vrms,MAX_OUTPUT_AMP,4.6V,"
          + "OFST,0V,HLEV,2V,LLEV,-2V,PHSE,0";
  private static final String OUTPUT = "ON,LOAD,50,PLRT,NOR";
  private static final String KEYSIGHT =
      "1;+9.9E+37;SIN;+4.8E+05;VPP;+5.0E-01;+0.0E+00;+2.5E+00;-2.5E+00;1";
  private static final String NO_ERROR = "+0,\"No error\"";

  @Test
  void aCapturedSiglentReplyIsUnderstood() throws Exception {
    GeneratorState state = new SiglentDialect(1).state(List.of(WAVE, OUTPUT));
    assertThat(state.outputOn()).isTrue();
    assertThat(state.loadOhms()).isEqualTo(50);
    assertThat(state.frequencyHertz()).isEqualTo(480_000);
    assertThat(state.amplitude().peakToPeak()).isCloseTo(4, within(1e-12));
    assertThat(state.ceiling().peakToPeak()).isCloseTo(4.6, within(1e-12));
  }

  @Test
  void aSiglentWithoutALimitInItsReplyIsUnderstoodToo() throws Exception {
    String older = "WVTP,SINE,FRQ,100HZ,PERI,0.01S,AMP,2V,OFST,0V,HLEV,1V,LLEV,-1V,PHSE,0";
    GeneratorState state = new SiglentDialect(1).state(List.of(older, "OFF,LOAD,HZ,PLRT,NOR"));
    assertThat(state.ceiling()).isNull();
    assertThat(state.loadOhms()).isInfinite();
  }

  @Test
  void aKeysightReplyIsUnderstood() throws Exception {
    GeneratorState state = new KeysightDialect(1).state(List.of(KEYSIGHT, NO_ERROR));
    assertThat(state.outputOn()).isTrue();
    assertThat(state.loadOhms()).isInfinite();
    assertThat(state.ceiling().peakToPeak()).isCloseTo(5, within(1e-12));
    assertThatThrownBy(
            () -> new KeysightDialect(1).state(List.of(KEYSIGHT, "-222,\"Data out of range\"")))
        .isInstanceOf(Dialect.InstrumentError.class);
  }

  @Test
  void anAmplitudeInVrmsIsNotTakenForOneInVpp() {
    String rms = KEYSIGHT.replace("VPP", "VRMS");
    assertThatThrownBy(() -> new KeysightDialect(1).state(List.of(rms, NO_ERROR)))
        .hasMessageContaining("unit is not VPP");
  }

  @ParameterizedTest
  @CsvSource({
    "2.828V,1.0",
    "2.828Vpp,1.0",
    "1Vrms,1.0",
    "1000mVrms,1.0",
    "2828mV,1.0",
    "13.01dBm,1.0",
  })
  void everyFormOfOneAmplitudeIsTheSame(String text, double voltsRms) throws BadReply {
    assertThat(Quantity.amplitude(text, 50).voltsRms()).isCloseTo(voltsRms, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "V", "1e999V", "1MV", "-1V", "1.2.3V", "1 2V", "NaN", "1W", "0x1p3V"})
  void whatIsNoAmplitudeIsRefusedByName(String text) {
    assertThatThrownBy(() -> Quantity.amplitude(text, 50)).isInstanceOf(BadReply.class);
  }

  @Test
  void dbmWithoutALoadIsNoVoltage() {
    assertThatThrownBy(() -> Quantity.amplitude("10dBm", Double.POSITIVE_INFINITY))
        .hasMessageContaining("no amplitude");
    assertThatThrownBy(() -> new SineVoltage(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SineVoltage(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void settingsAreWrittenAsTheManualsHaveThem() {
    Dialect siglent = new SiglentDialect(1);
    SineVoltage half = SineVoltage.ofPeakToPeak(0.5);
    assertThat(siglent.prepare(480_000, Double.POSITIVE_INFINITY))
        .containsExactly(
            "C1:OUTP OFF",
            "C1:OUTP LOAD,HZ",
            "C1:BSWV WVTP,SINE",
            "C1:BSWV FRQ,480000",
            "C1:BSWV OFST,0");
    assertThat(siglent.amplitude(half)).isEqualTo("C1:BSWV AMP,0.5");
    assertThat(siglent.limit(SineVoltage.ofPeakToPeak(4.6)))
        .containsExactly("C1:BSWV MAX_OUTPUT_AMP,4.6");
    assertThat(siglent.output(true)).isEqualTo("C1:OUTP ON");
    Dialect keysight = new KeysightDialect(1);
    assertThat(keysight.limit(SineVoltage.ofPeakToPeak(5)))
        .containsExactly(
            ":SOUR1:VOLT:LIM:HIGH 2.5000", ":SOUR1:VOLT:LIM:LOW -2.5000", ":SOUR1:VOLT:LIM:STAT 1");
    assertThat(keysight.prepare(480_000, 50))
        .contains(":OUTP1:LOAD 50.000", ":SOUR1:VOLT:UNIT VPP")
        .noneMatch(command -> command.contains("APPL"));
    assertThat(keysight.amplitude(half)).isEqualTo(":SOUR1:VOLT 0.50000");
  }

  @Test
  void tenMillionSpoiledBytesAreUnderstoodOrNamed() {
    Mutations mutations = new Mutations(11);
    BadFrames bad = new BadFrames();
    LineSplitter splitter = new LineSplitter(1024, bad);
    long bytes = 0;
    long understood = 0;
    byte[] wave = (WAVE + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] output = (OUTPUT + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] keysight = (KEYSIGHT + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[][] frames = {
      wave, output, keysight, (NO_ERROR + "\n").getBytes(StandardCharsets.US_ASCII)
    };
    for (int i = 0; bytes < 10_000_000; i++) {
      byte[] frame = mutations.of(frames[i % frames.length]);
      bytes += frame.length;
      splitter.accept(frame, frame.length);
      for (String line = splitter.next(); line != null; line = splitter.next()) {
        understood += judge(line, bad);
      }
    }
    assertThat(understood).isGreaterThan(10_000);
    assertThat(bad.total()).isGreaterThan(10_000);
    assertThat(bad.counts().keySet())
        .contains("not text", "no number", "incomplete reply", "no output state", "wrong unit");
  }

  /** As each kind of answer in turn; none may do anything but be understood or be named. */
  private static int judge(String line, BadFrames bad) {
    int understood = 0;
    for (int kind = 0; kind < 4; kind++) {
      try {
        switch (kind) {
          case 0 -> new SiglentDialect(1).state(List.of(line, OUTPUT));
          case 1 -> new SiglentDialect(1).state(List.of(WAVE, line));
          case 2 -> new KeysightDialect(1).state(List.of(line, NO_ERROR));
          default -> KeysightDialect.check(line);
        }
        understood++;
      } catch (BadReply e) {
        bad.count(e.kind());
      } catch (Dialect.InstrumentError e) {
        bad.count("instrument error");
      }
    }
    return understood;
  }
}
