package lissauer.hal.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.RigFile;
import lissauer.hal.lab.LabBench;
import lissauer.hal.link.Mutations;
import lissauer.hal.link.StepClock;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;

/** The driver against an instrument that answers from a table; 0.5 V and 0.5 mA are 1 kΩ. */
class ScpiExchangeTest {
  private static final double TEST_VPP = 0.1415;

  private final StepClock clock = new StepClock();
  private final FakeInstrument sdg = FakeInstrument.sdg();
  private final FakeInstrument scope = FakeInstrument.scope("4.762E-02V", "4.762E-03V");

  @Test
  void theOutputStaysOffUntilTheFirstExchange() throws DeviceException {
    ScpiGenerator generator = open();
    assertThat(sdg.table).containsEntry("ON", "OFF").containsEntry("FRQ", "480000");
    assertThat(generator.identities()).hasSize(2);
    assertThat(generator.identities().getFirst()).contains("SDG1032X", "holds");
    generator.exchange(RfCommand.OFF);
    assertThat(sdg.table).containsEntry("ON", "ON");
  }

  @Test
  void powerIsTurnedIntoPeakToPeakByTheImpedanceMeasured() throws DeviceException {
    ScpiGenerator generator = open();
    RfReading reading = generator.exchange(RfCommand.OFF);
    assertThat(reading.impedanceOhms()).isCloseTo(1000, within(1.0));
    assertThat(reading.outputOn()).isFalse();
    generator.exchange(new RfCommand(0.225, 250_000_000));
    // 15 Vrms at 1 kΩ; with 50 Ω before it and a gain of 10 that is 1.575 Vrms, 4.455 Vpp.
    assertThat(Double.parseDouble(sdg.table.get("AMP"))).isCloseTo(4.455, within(0.002));
  }

  @Test
  void aVoltageThatTheGainDoesNotExplainEndsIt() throws DeviceException {
    ScpiGenerator generator = open();
    scope.table.put("C1:PAVA? RMS", "C1:PAVA RMS,1.347E-01V"); // Vpp taken for Vrms
    scope.table.put("C2:PAVA? RMS", "C2:PAVA RMS,1.347E-02V");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 5; i++) {
                generator.exchange(RfCommand.OFF);
                clock.pass(20_000_000);
              }
            })
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("check load_ohms");
  }

  @Test
  void aSettingThatIsSilentlyIgnoredIsSeen() throws DeviceException {
    ScpiGenerator generator = open();
    generator.exchange(RfCommand.OFF);
    sdg.table.put("LOAD", "50");
    assertThatThrownBy(() -> generator.exchange(RfCommand.OFF))
        .hasMessageContaining("its load is set to 50.0 Ω, the rig file says Infinity Ω");
  }

  @Test
  void withoutCurrentThereIsNoImpedanceAndNothingButTheTestSignal() throws DeviceException {
    ScpiGenerator generator = open();
    scope.table.put("C2:PAVA? RMS", "C2:PAVA RMS,0.000E+00V");
    generator.exchange(RfCommand.OFF);
    RfReading reading = generator.exchange(new RfCommand(0.5, 250_000_000));
    assertThat(reading.impedanceOhms()).isNaN();
    assertThat(Double.parseDouble(sdg.table.get("AMP"))).isLessThan(TEST_VPP);
  }

  @Test
  void whatGoesWrongOnTheWayInClosesBothLinks() {
    scope.table.put("*IDN?", "Rigol,DS1054");
    assertThatThrownBy(this::open).hasMessageContaining("is \"Rigol,DS1054\"");
    assertThatThrownBy(() -> sdg.link.write(new byte[1])).hasMessage("the port is gone");
    assertThatThrownBy(() -> scope.link.write(new byte[1])).hasMessage("the port is gone");
  }

  @Test
  void tenMillionSpoiledBytesNeverRaiseTheOutput() throws DeviceException {
    ScpiGenerator generator = open();
    generator.exchange(RfCommand.OFF);
    Mutations mutations = new Mutations(5);
    long[] bytes = {0};
    sdg.spoil = answer -> spoiled(answer, mutations, bytes);
    scope.spoil = sdg.spoil;
    long refused = 0;
    while (bytes[0] < 10_000_000) {
      sdg.link.sent.clear();
      scope.link.sent.clear();
      try {
        generator.exchange(RfCommand.OFF);
      } catch (DeviceException e) {
        refused++;
        clock.pass(200_000_000);
      }
      for (String sent : sdg.link.sent) {
        assertThat(sent).doesNotContain("AMP,").doesNotContain("ON");
      }
      clock.pass(20_000_000);
    }
    assertThat(refused).isPositive();
    assertThat(generator.badFrames()).contains("not text", "no number", "unasked", "no answer");
    assertThat(Double.parseDouble(sdg.table.get("AMP"))).isLessThan(TEST_VPP);
  }

  private static String spoiled(String answer, Mutations mutations, long[] bytes) {
    byte[] wrong = mutations.of(answer.getBytes(StandardCharsets.US_ASCII));
    bytes[0] += wrong.length;
    return new String(wrong, StandardCharsets.ISO_8859_1);
  }

  private ScpiGenerator open() throws DeviceException {
    Problems problems = new Problems();
    ScpiSetup setup =
        ScpiSetup.from(
            RigFile.of(problems, ScpiFilesTest.FILE),
            new LabBench(ElectrodeFixture.small(), clock, ""));
    problems.throwIfAny();
    return ScpiOpener.open(setup, ElectrodeFixture.small(), clock, sdg.link, scope.link);
  }
}
