package lissauer.hal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.RigFile;
import lissauer.hal.TipPosition;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.link.StepClock;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;

class ManualPositionerTest {
  private static final TipPosition FIRST = new TipPosition(0, 2);
  private static final TipPosition SECOND = new TipPosition(1, 2);

  private final ManualPositioner operator = new ManualPositioner();

  @Test
  void beforeTheFirstSiteNobodyKnowsWhereTheTipIs() {
    assertThat(operator.read().alongMillimetres()).isNaN();
    assertThat(operator.read().settled()).isFalse();
    assertThat(operator.awaited()).isNull();
    assertThat(operator.confirm(FIRST)).isFalse();
  }

  @Test
  void theTipIsThereOnceTheOperatorSaysSo() {
    operator.moveTo(FIRST);
    assertThat(operator.awaited()).isEqualTo(FIRST);
    assertThat(operator.read()).isEqualTo(new PositionReading(0, 2, false));
    assertThat(operator.confirm(FIRST)).isTrue();
    assertThat(operator.read()).isEqualTo(new PositionReading(0, 2, true));
    assertThat(operator.awaited()).isNull();
    assertThat(operator.confirm(FIRST)).isFalse();
  }

  @Test
  void anAnswerToAnEarlierQuestionDoesNotCount() {
    operator.moveTo(FIRST);
    operator.moveTo(SECOND);
    assertThat(operator.confirm(FIRST)).isFalse();
    assertThat(operator.read().settled()).isFalse();
  }

  @Test
  void aRigFindsThePositionerAndTheConsoleItsConfirmation() throws DeviceException {
    Problems problems = new Problems();
    LabDevice device =
        new ManualDriver()
            .read(
                RigFile.of(problems, "driver: manual"),
                new LabBench(ElectrodeFixture.small(), new StepClock(), ""))
            .open();
    assertThat(device.port(Positioner.class).orElseThrow())
        .isSameAs(device.port(SiteConfirmation.class).orElseThrow());
    assertThat(device.description()).contains("operator");
    assertThat(device.emulated()).isFalse();
    device.close();
  }
}
