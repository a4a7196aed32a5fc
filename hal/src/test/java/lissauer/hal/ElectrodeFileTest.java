package lissauer.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ElectrodeFileTest {
  private static final Place PLACE = new Place("tip.yaml", 1, 1);

  private final Problems problems = new Problems();
  private final Map<String, SettingsValue> caps = new LinkedHashMap<>();
  private final Map<String, SettingsValue> window = new LinkedHashMap<>();
  private final Map<String, SettingsValue> top = new LinkedHashMap<>();

  @BeforeEach
  void fill() {
    put(caps, "control_watts", 0.6);
    put(caps, "absolute_watts", 1);
    put(caps, "volts_rms", 30);
    put(caps, "amps_rms", 0.05);
    put(caps, "tip_celsius", 90);
    put(caps, "rf_on_seconds", 75);
    put(window, "start_minimum_ohms", 600);
    put(window, "start_maximum_ohms", 3000);
    put(window, "minimum_ohms", 150);
    put(window, "maximum_ohms", 3000);
    put(top, "diameter_millimetres", 0.25);
    put(top, "tip_millimetres", 3);
    put(top, "insulated_millimetres", 1);
    top.put("caps", new SettingsValue.Section(caps, PLACE));
    top.put("impedance_window", new SettingsValue.Section(window, PLACE));
  }

  @Test
  void aSoundFileIsAnElectrode() {
    Electrode electrode = read();
    problems.throwIfAny();
    assertThat(electrode)
        .isEqualTo(
            new Electrode(
                "tip",
                0.25,
                3,
                1,
                new Caps(0.6, 1, 30, 0.05, 90, 75),
                new ImpedanceWindow(600, 3000, 150, 3000),
                new TipGeometry(0.125, 2, Double.POSITIVE_INFINITY, 0.05, 0.35, 0.5, 25, 24, 26)));
  }

  @Test
  void aCapThatNobodyKnowsIsAMistake() {
    put(caps, "control_wats", 0.5);
    read();
    assertThatThrownBy(problems::throwIfAny).hasMessageContaining("control_wats");
  }

  @Test
  void theInsulatedPartOfTheTipLengthensTheNeck() {
    Map<String, SettingsValue> shape = new LinkedHashMap<>();
    put(shape, "neck_millimetres", 1);
    put(shape, "shaft_radius_millimetres", 0.4);
    put(shape, "sensor_millimetres", 0.3);
    top.put("geometry", new SettingsValue.Section(shape, PLACE));
    TipGeometry read = read().geometry();
    problems.throwIfAny();
    assertThat(read.shoulderMillimetres()).isEqualTo(4);
    assertThat(read.shouldered()).isTrue();
    assertThat(read.sensorMillimetres()).isEqualTo(0.3);
  }

  @Test
  void theShoulderLiesWithinTheModelledTissue() {
    Map<String, SettingsValue> shape = new LinkedHashMap<>();
    put(shape, "neck_millimetres", 30);
    put(shape, "above_millimetres", 26);
    put(shape, "shaft_radius_millimetres", 6);
    put(shape, "medium_millimetres", 5);
    top.put("geometry", new SettingsValue.Section(shape, PLACE));
    read();
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContainingAll(
            "geometry.neck_millimetres: 30.0 is out of range; allowed 0.05 to 22 mm",
            "geometry.medium_millimetres: 5.0 is out of range; allowed 7.05 to 200 mm");
  }

  @Test
  void noFileRaisesAnythingAboveTheCompiledInCeilings() {
    put(caps, "absolute_watts", 21);
    put(caps, "volts_rms", 101);
    put(caps, "amps_rms", 1.1);
    put(caps, "tip_celsius", 96);
    put(caps, "rf_on_seconds", 601);
    read();
    assertThat(problems.count()).isEqualTo(5);
  }

  @Test
  void theLawCannotBeGivenMoreThanTheGenerator() {
    put(caps, "control_watts", 1.5);
    read();
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("caps.control_watts: 1.5 is out of range; allowed 0.01 to 1 W");
  }

  @Test
  void theStartWindowLiesInsideTheWindow() {
    put(window, "start_minimum_ohms", 100);
    read();
    assertThatThrownBy(problems::throwIfAny).hasMessageContaining("start_minimum_ohms");
  }

  @Test
  void anEmptyFileNamesEverythingThatIsMissing() {
    top.clear();
    read();
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContainingAll("tip_millimetres", "diameter", "caps", "impedance_window");
  }

  private Electrode read() {
    return Electrode.from(
        new Settings(
            "tip",
            new SettingsValue.Section(top, PLACE),
            problems,
            (_, _, at, all) -> {
              throw new AssertionError("an electrode names no other file");
            }));
  }

  private static void put(Map<String, SettingsValue> section, String key, double value) {
    section.put(key, new SettingsValue.Numeric(value, String.valueOf(value), PLACE));
  }
}
