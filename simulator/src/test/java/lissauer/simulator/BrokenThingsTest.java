package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What broken things do, while the ports tell the truth about them. */
class BrokenThingsTest extends ScriptedRig {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "stuck_on power_watts=1.5,  1.5, 1.5",
    "stays_on,                  0.2, 0.2",
    "scaled power_ratio=4,      0.8, 0",
    "set_by_other power_watts=0.5, 0.5, 0",
    "lease_ignored,             0.2, 0",
  })
  void anOutputStageOfItsOwnMind(String how, double toldOnWatts, double toldOffWatts)
      throws DeviceException {
    play("at=output_stage what=" + how);
    close();
    rig.generator().exchange(HEAT);
    assertThat(bench.truth().powerWatts()).isEqualTo(toldOnWatts);
    rig.generator().exchange(RfCommand.OFF);
    assertThat(bench.truth().powerWatts()).isEqualTo(toldOffWatts);
    rig.relay().drive(false);
    pass(0.1);
    assertThat(bench.truth().powerWatts()).isZero();
  }

  @Test
  void anIgnoredLeaseGoesOnForGood() throws DeviceException {
    play("at=output_stage what=lease_ignored");
    close();
    rig.generator().exchange(HEAT);
    pass(2);
    assertThat(bench.truth().powerWatts()).isEqualTo(0.2);
  }

  @Test
  void aWeldedContactStaysClosedOnceItWasAndABurntOneOpens() throws DeviceException {
    play("at=relay what=welded|at=relay what=never_closes when.after_seconds=3");
    assertThat(bench.relay().closed()).isFalse();
    close();
    rig.relay().drive(false);
    pass(0.5);
    assertThat(rig.relay().closed()).isTrue();
    pass(3);
    assertThat(rig.relay().closed()).isFalse();
  }

  @Test
  void theCircuitChangesWhatTheGeneratorSeesAndWhatTheTipGets() throws DeviceException {
    double whole = circuit("at=interlock what=ok").impedanceOhms();
    assertThat(bench.truth().powerWatts()).isEqualTo(0.2);
    assertThat(circuit("at=circuit what=open").impedanceOhms()).isGreaterThan(1e6);
    assertThat(bench.truth().powerWatts()).isLessThan(1e-5);
    assertThat(circuit("at=circuit what=short").impedanceOhms()).isEqualTo(10);
    assertThat(bench.truth().powerWatts()).isZero();
    assertThat(
            circuit("at=circuit what=withdrawn impedance_ratio=0.4 heat_ratio=0.3").impedanceOhms())
        .isBetween(0.4 * whole, 0.43 * whole); // less heat, so less of a fall
    assertThat(bench.truth().powerWatts()).isCloseTo(0.06, within(1e-9));
    assertThat(circuit("at=circuit what=char rise_seconds=0.5").impedanceOhms())
        .isCloseTo(3 * whole, within(10.0));
    assertThat(bench.truth().powerWatts()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void aCharClimbs() throws DeviceException {
    play("at=circuit what=char impedance_ratio=3 rise_seconds=1 when.after_seconds=1");
    close();
    pass(0.8);
    double[] ohms =
        IntStream.range(0, 5)
            .mapToDouble(_ -> {
              pass(0.25);
              return bench.load().magnitudeOhms();
            })
            .toArray();
    assertThat(ohms).isSorted();
    assertThat(ohms[4]).isCloseTo(3 * 1305, within(30.0));
  }

  @Test
  void theTruthTellsWhenTheFaultCameAndWhatItDid() throws DeviceException {
    play("at=output_stage what=stuck_on power_watts=1 when.after_seconds=1");
    close();
    rig.generator().exchange(HEAT);
    pass(0.45);
    assertThat(bench.truth().faults()).isEmpty();
    assertThat(bench.truth().afterPeakCelsius()).isNaN();
    pass(0.75);
    assertThat(bench.truth().faults()).hasSize(1);
    assertThat(bench.truth().faults().getFirst().atNanos()).isEqualTo(1_000_000_000);
    assertThat(bench.truth().afterJoules()).isCloseTo(0.25, within(1e-6));
    double peak = bench.truth().tipCelsius();
    rig.relay().drive(false);
    pass(1);
    assertThat(bench.truth().contactClosed()).isFalse();
    assertThat(bench.truth().heatedNanos()).isEqualTo(1_260_000_000);
    assertThat(bench.truth().afterPeakCelsius()).isBetween(peak, peak + 10);
    assertThat(bench.truth().tipCelsius()).isLessThan(peak);
  }

  private RfReading circuit(String script) throws DeviceException {
    play(script);
    return heated();
  }
}
