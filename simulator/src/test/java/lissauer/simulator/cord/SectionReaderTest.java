package lissauer.simulator.cord;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SectionReaderTest {
  private final SectionFixture fixture = new SectionFixture();

  @Test
  void everyNumberOutOfRangeIsNamedAtOnce() {
    fixture
        .put("cord.transverse_millimetres", 125)
        .put("dorsal_horn.angle_degrees", -35)
        .put("dorsal_horn.laminae.lamina_2_millimetres", 0)
        .put("roles.lamina_6", "traget")
        .put("lissauer_tract.widht_millimetres", 1);
    refused(
        "cord.transverse_millimetres: 125 is out of range; allowed 3 to 20 mm",
        "dorsal_horn.angle_degrees: -35 is out of range; allowed 0 to 70 °",
        "dorsal_horn.laminae.lamina_2_millimetres: 0 is out of range; allowed 0.02 to 3 mm",
        "roles.lamina_6: \"traget\" is none of target, neighbour; did you mean \"target\"?",
        "lissauer_tract.widht_millimetres: unknown key; did you mean \"width_millimetres\"?");
  }

  @Test
  void laminaeThickerThanTheHornAreRefused() {
    fixture.put("dorsal_horn.length_millimetres", 2.2);
    refused("dorsal_horn.laminae: are 2.45 mm thick together; the horn is 2.20 mm long");
  }

  @Test
  void aHornThatDoesNotFitTheCordIsRefused() {
    fixture.put("dorsal_horn.length_millimetres", 6);
    refused("dorsal_horn.length_millimetres: takes the horn across the midline or out of the cord");
  }

  @Test
  void whatLiesOutsideTheCordIsNamedAtOnce() {
    fixture
        .put("cord.transverse_millimetres", 5)
        .put("dorsal_horn.neck.depth_millimetres", 0.4)
        .put("ventral_grey.transverse_millimetres", 4.5);
    refused(
        "dorsolateral_sulcus: lies beside the cord, which ends 2.5 mm from the midline",
        "dorsal_horn.apex: lies outside the cord, which ends 2.5 mm from the midline",
        "dorsal_horn.neck: is no deeper than the head",
        "ventral_grey: reaches across the midline",
        "ventral_grey: reaches outside the cord",
        "corticospinal_tract: reaches outside the cord");
  }

  @Test
  void anApexAboveTheSulcusIsRefused() {
    fixture
        .put("dorsal_horn.apex.from_midline_millimetres", 0.4)
        .put("dorsal_horn.apex.depth_millimetres", 0.2);
    refused("dorsal_horn.apex: lies no deeper than the dorsolateral sulcus");
  }

  @Test
  void aNeckBelowTheHornIsRefused() {
    fixture.put("dorsal_horn.neck.depth_millimetres", 2.6);
    refused("dorsal_horn.neck: is no higher than the end of the horn");
  }

  @Test
  void aTractThatEndsWhereItBeginsIsRefused() {
    fixture.put("dorsal_spinocerebellar_tract.to_depth_millimetres", 1.4);
    refused("dorsal_spinocerebellar_tract: ends no deeper than it begins");
  }

  @Test
  void aSectionThatIsMissingIsCalledMissing() {
    fixture.remove("dorsal_horn").remove("roles");
    refused("dorsal_horn: is missing", "roles: is missing");
  }

  private void refused(String... messages) {
    assertThatThrownBy(fixture::read).hasMessageContainingAll(messages);
  }
}
