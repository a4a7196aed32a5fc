package lissauer.simulator.cord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElectrodeFrameTest {
  private final CordSection section = new SectionFixture().read();

  @ParameterizedTest
  @ValueSource(doubles = {25, 30, 35})
  void atNasholdsAngleTheTipPassesLissauersTractAndTheLaminaeInTurn(double angleDegrees) {
    ElectrodeFrame frame = section.electrode(angleDegrees, 2);
    List<String> passed = new ArrayList<>();
    for (double along = 1.99; along >= 0; along -= 0.01) {
      SectionPoint point = frame.toSection(0, along);
      String key = section.regionAt(point.lateralMillimetres(), point.ventralMillimetres()).key();
      if (passed.isEmpty() || !passed.getLast().equals(key)) {
        passed.add(key);
      }
    }
    assertThat(passed)
        .startsWith("lissauer_tract", "lamina_1", "lamina_2", "lamina_3")
        .allMatch(key -> key.equals("lissauer_tract") || key.startsWith("lamina"));
  }

  @Test
  void placesGoToTheSectionAndBack() {
    ElectrodeFrame frame = section.electrode(40, 4.5);
    for (double across = -2; across <= 2; across += 0.5) {
      for (double along = -1; along <= 6; along += 0.5) {
        ElectrodeFrame.Place back = frame.fromSection(frame.toSection(across, along));
        assertThat(back.acrossMillimetres()).isCloseTo(across, within(1e-12));
        assertThat(back.alongMillimetres()).isCloseTo(along, within(1e-12));
      }
    }
  }

  @Test
  void theTipIsMedialOfTheEntryAndTheShaftComesFromOutside() {
    ElectrodeFrame frame = section.electrode(30, 2);
    SectionPoint entry = section.entry();
    assertThat(entry.lateralMillimetres()).isEqualTo(3.6);
    assertThat(frame.tip().lateralMillimetres()).isCloseTo(3.6 - 1, within(1e-12));
    assertThat(frame.tip().ventralMillimetres())
        .isCloseTo(entry.ventralMillimetres() + Math.sqrt(3), within(1e-12));
    SectionPoint handle = frame.toSection(0, 2.1);
    assertThat(section.regionAt(handle.lateralMillimetres(), handle.ventralMillimetres()).role())
        .isEqualTo(Role.OUTSIDE);
  }

  @Test
  void acrossIsPositiveOnTheMedialSideAndKeepsDistances() {
    ElectrodeFrame frame = section.electrode(30, 2);
    SectionPoint medial = frame.toSection(1, 0);
    assertThat(medial.lateralMillimetres()).isLessThan(frame.tip().lateralMillimetres());
    assertThat(
            Math.hypot(
                medial.lateralMillimetres() - frame.tip().lateralMillimetres(),
                medial.ventralMillimetres() - frame.tip().ventralMillimetres()))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void leaningTheOtherWayIsTheMirrorImage() {
    ElectrodeFrame medial = new ElectrodeFrame(new SectionPoint(0, 0), 30, 2);
    ElectrodeFrame lateral = new ElectrodeFrame(new SectionPoint(0, 0), -30, 2);
    SectionPoint one = medial.toSection(0.7, 0.4);
    SectionPoint other = lateral.toSection(-0.7, 0.4);
    assertThat(other.lateralMillimetres()).isCloseTo(-one.lateralMillimetres(), within(1e-12));
    assertThat(other.ventralMillimetres()).isCloseTo(one.ventralMillimetres(), within(1e-12));
  }

  @Test
  void aShaftFromBelowOrATipInTheAirIsRefused() {
    assertThatThrownBy(() -> section.electrode(95, 2)).hasMessageContaining("not 95");
    assertThatThrownBy(() -> section.electrode(Double.NaN, 2)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> section.electrode(30, -1)).hasMessageContaining("0 to 100 mm");
  }
}
