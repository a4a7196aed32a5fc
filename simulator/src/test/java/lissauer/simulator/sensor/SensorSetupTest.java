package lissauer.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;
import lissauer.simulator.sensor.SensorFault.Floating;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorSetupTest {
  private static final Place PLACE = new Place("rig.yaml", 1, 1);

  private final Map<String, SettingsValue> section = new LinkedHashMap<>();
  private final Map<String, SettingsValue> fault = new LinkedHashMap<>();

  @BeforeEach
  void fillWithWhatMustBeThere() {
    put(section, "period_seconds", 0.02);
    put(section, "lag_seconds", 0.05);
    put(section, "noise_kelvin", 0.05);
    put(section, "resolution_kelvin", 0.0078125);
    put(section, "cold_junction_celsius", 23);
  }

  @Test
  void whatIsNotSaidIsPerfect() {
    assertThat(read())
        .isEqualTo(
            new SensorSetup(
                new SensorSetup.Junction(0.05, 0, 0, 0),
                new SensorSetup.Interference(0.05, 0, 0),
                new SensorSetup.Converter(0.02, 0, 0, 0.0078125, 0.015625),
                new SensorSetup.ColdJunction(23, 0),
                Optional.empty()));
  }

  @Test
  void everyKeyReachesItsPlace() {
    put(section, "period_seconds", 0.1);
    put(section, "conversion_seconds", 0.08);
    put(section, "latency_seconds", 0.03);
    put(section, "cold_junction_resolution_kelvin", 0.0625);
    put(section, "offset_kelvin", 1);
    put(section, "gain_error_fraction", -0.2);
    put(section, "drift_kelvin_per_second", 0.001);
    put(section, "pick_up_kelvin_per_volt", 0.1);
    put(section, "pick_up_noise_kelvin", 2);
    put(section, "cold_junction_drift_kelvin_per_second", 0.01);
    assertThat(read())
        .isEqualTo(
            new SensorSetup(
                new SensorSetup.Junction(0.05, 1, -0.2, 0.001),
                new SensorSetup.Interference(0.05, 0.1, 2),
                new SensorSetup.Converter(0.1, 0.08, 0.03, 0.0078125, 0.0625),
                new SensorSetup.ColdJunction(23, 0.01),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "open          | tested_every=16                          | Open[testedEvery=16, untested=RAIL]",
        "short         |                                          | Shorted[]",
        "reversed      |                                          | Reversed[]",
        "wrong_type    | shown_ratio=1.45                         | WrongType[shownRatio=1.45]",
        "detached      | share_fraction=0.2 lag_seconds=5         | Detached[shareFraction=0.2, lagSeconds=5.0]",
        "offset        | step_kelvin=-3                           | Offset[offsetKelvin=-3.0]",
        "drift         | drift_kelvin_per_second=0.1              | Drift[driftKelvinPerSecond=0.1]",
        "pick_up       | step_kelvin=4 noise_kelvin=2             | PickUp[stepKelvin=4.0, noiseKelvin=2.0]",
        "slow_filter   | lag_seconds=2                            | SlowFilter[lagSeconds=2.0]",
        "frozen        |                                          | Frozen[]",
        "stale         |                                          | Stale[]",
        "cold_junction | step_kelvin=9                            | ColdJunctionStep[stepKelvin=9.0]"
      })
  void everyFaultCanBeAskedForInARigFile(String kind, String keys, String expected) {
    breakIt(kind);
    if (keys != null) {
      for (String pair : keys.split(" ", -1)) {
        String[] halves = pair.split("=", -1);
        put(fault, halves[0], Double.parseDouble(halves[1]));
      }
    }
    PlannedFault planned = read().fault().orElseThrow();
    assertThat(planned.fault()).hasToString(expected);
    assertThat(planned.fromSeconds()).isZero();
    assertThat(planned.toSeconds()).isInfinite();
  }

  @Test
  void aFaultHasATimeAndMayBeIntermittent() {
    breakIt("open");
    fault.put("untested", new SettingsValue.Text("held", PLACE));
    put(fault, "from_seconds", 10);
    put(fault, "to_seconds", 20);
    put(fault, "intermittent_period_seconds", 2);
    put(fault, "duty_fraction", 0.1);
    assertThat(read().fault())
        .hasValue(
            new PlannedFault(
                new SensorFault.Intermittent(new SensorFault.Open(1, Floating.HELD), 2, 0.1),
                10,
                20));
    fault.put("untested", new SettingsValue.Text("nan", PLACE));
    assertThat(read().fault().orElseThrow().fault().toString()).contains("untested=NAN");
  }

  @Test
  void aFaultThatNobodyKnowsIsRefusedWithTheNearestOne() {
    breakIt("detatched");
    put(fault, "share_fraction", 0.1);
    assertThatThrownBy(this::read)
        .hasMessageContaining("thermocouple.fault.kind")
        .hasMessageContaining("did you mean \"detached\"")
        .hasMessageNotContaining("unknown key");
  }

  @Test
  void aKeyOfAnotherFaultIsRefused() {
    breakIt("frozen");
    put(fault, "step_kelvin", 3);
    assertThatThrownBy(this::read).hasMessageContaining("fault.step_kelvin: unknown key");
  }

  @Test
  void aFaultThatEndsBeforeItBeginsIsRefused() {
    breakIt("stale");
    put(fault, "from_seconds", 20);
    put(fault, "to_seconds", 10);
    assertThatThrownBy(this::read)
        .hasMessageContaining("to_seconds: 10.0 is not after from_seconds, 20.0");
  }

  @Test
  void aConversionLongerThanItsPeriodIsRefused() {
    put(section, "conversion_seconds", 0.1);
    assertThatThrownBy(this::read)
        .hasMessageContaining("conversion_seconds: 0.1 is out of range; allowed 0 to 0.02 s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SensorSetup.Converter(0.02, 0.1, 0, 1, 1));
  }

  private void breakIt(String kind) {
    section.put("fault", new SettingsValue.Section(fault, PLACE));
    fault.put("kind", new SettingsValue.Text(kind, PLACE));
  }

  private SensorSetup read() {
    Problems problems = new Problems();
    SettingsValue.Section top =
        new SettingsValue.Section(
            Map.of("thermocouple", new SettingsValue.Section(section, PLACE)), PLACE);
    Settings settings =
        new Settings(
            "bench",
            top,
            problems,
            (_, _, place, all) -> Settings.unreadable(place, all, (_, _, _, _) -> none()));
    SensorSetup setup = SensorSetup.from(settings.section("thermocouple"));
    problems.throwIfAny();
    return setup;
  }

  private static Settings none() {
    throw new AssertionError("a sensor is in no other file");
  }

  private static void put(Map<String, SettingsValue> where, String key, double value) {
    where.put(key, new SettingsValue.Numeric(value, String.valueOf(value), PLACE));
  }
}
