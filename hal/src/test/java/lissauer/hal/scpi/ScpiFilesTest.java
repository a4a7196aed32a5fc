package lissauer.hal.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lissauer.hal.ElectrodeFixture;
import lissauer.hal.RigFile;
import lissauer.hal.lab.LabBench;
import lissauer.hal.link.StepClock;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;

/** What a rig file may say, and what becomes of it. */
class ScpiFilesTest {
  static final String FILE =
      """
      dialect: siglent
      tcp: sdg.lab
      load_ohms: high
      amplifier:
        gain_ratio: 10
        source_ohms: 50
      meter:
        kind: siglent-scope
        tcp: sds.lab:5026
        volts:
          channel: 1
          divider_ratio: 10
        amps:
          channel: 2
          shunt_ohms: 10
      """;

  private final Problems problems = new Problems();

  @Test
  void aSoundFileIsRead() {
    ScpiSetup setup = read(FILE);
    problems.throwIfAny();
    assertThat(setup.loadOhms()).isInfinite();
    assertThat(setup.frequencyHertz()).isEqualTo(480_000);
    assertThat(setup.hardwareCap()).isEmpty();
    assertThat(setup.meter().prepare()).containsExactly("PACU RMS,C1", "PACU RMS,C2");
    assertThat(setup.meter().amps().text()).isEqualTo("C2:PAVA? RMS");
  }

  @Test
  void aDeclaredMeterIsAskedInItsOwnWords() {
    String meter = FILE.substring(0, FILE.indexOf("meter:"));
    ScpiSetup setup =
        read(
            meter
                + "meter:\n  kind: queries\n  serial: /dev/dmm\n  identity: DMM\n"
                + "  volts:\n    query: READ1?\n  amps:\n    query: READ2?\n");
    problems.throwIfAny();
    assertThat(setup.meter().volts()).isEqualTo(ScpiQuery.plain("READ1?"));
    assertThat(setup.meter().ampsUnit()).isEqualTo("A");
    assertThat(setup.meter().prepare()).isEmpty();
  }

  @Test
  void withoutALeaseAndWithoutHardwareThatCapsItOutlivesUs() {
    LabBench bench = bench();
    assertThat(new ScpiDriver().read(RigFile.of(problems, FILE), bench).outlivesUs()).isTrue();
    String cap = FILE + "hardware_cap:\n  power_watts: 0.9\n  how: 600 ohm in series\n";
    assertThat(new ScpiDriver().read(RigFile.of(problems, cap), bench).outlivesUs()).isFalse();
    problems.throwIfAny();
  }

  @Test
  void aHardwareCapAboveTheElectrodesIsNone() {
    read(FILE + "hardware_cap:\n  power_watts: 5\n  how: a small amplifier\n");
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("hardware_cap.power_watts: 5 is out of range; allowed 0.001 to 1 W");
  }

  @Test
  void aGainSoHighThatTheGeneratorCannotBeHeldLowEnoughIsRefusedWithTheRemedy() {
    read(FILE.replace("gain_ratio: 10", "gain_ratio: 100"));
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("the generator must stay below 0.750 Vpp")
        .hasMessageContaining("put an attenuator before the amplifier");
  }

  @Test
  void aLoadThatIsNoneAndATestSignalThatHeatsAreRefused() {
    read(FILE.replace("high", "open") + "test_volts_rms: 5\n");
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("load_ohms: is no load; allowed 50 to 100000 Ω, or high")
        .hasMessageContaining("test_volts_rms: 5 is out of range");
  }

  @Test
  void theCeilingKeepsPowerVoltageAndCurrentWithinTheCapsAtEveryImpedance() {
    var electrode = ElectrodeFixture.small();
    for (double source : new double[] {0, 50, 600}) {
      Amplifier amplifier = new Amplifier(7, source);
      double from = source == 600 ? 150 : 600;
      SineVoltage ceiling = amplifier.ceiling(electrode.caps(), electrode.impedance(), from);
      for (double ohms = from; ohms <= 3000; ohms += 10) {
        double volts = amplifier.electrodeVoltsRms(ceiling, ohms);
        assertThat(volts * volts / ohms).isLessThanOrEqualTo(1.0);
        assertThat(volts).isLessThanOrEqualTo(30.0);
        assertThat(volts / ohms).isLessThanOrEqualTo(0.05);
      }
      assertThat(amplifier.electrodeVoltsRms(ceiling, 1000)).isGreaterThan(17);
    }
  }

  @Test
  void gainAndSourceAreUndoneAndDone() {
    Amplifier amplifier = new Amplifier(10, 50);
    SineVoltage generator = amplifier.generatorFor(20, 1000);
    assertThat(generator.voltsRms()).isCloseTo(2.1, within(1e-9));
    assertThat(amplifier.electrodeVoltsRms(generator, 1000)).isCloseTo(20, within(1e-9));
  }

  private ScpiSetup read(String text) {
    return ScpiSetup.from(RigFile.of(problems, text), bench());
  }

  private static LabBench bench() {
    return new LabBench(ElectrodeFixture.small(), new StepClock(), "");
  }
}
