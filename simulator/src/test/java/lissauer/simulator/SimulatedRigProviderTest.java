package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.ImpedanceWindow;
import lissauer.hal.Rig;
import lissauer.hal.RigProvider;
import lissauer.hal.RigSample;
import lissauer.hal.TipGeometry;
import lissauer.hal.UnopenedRig;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedRigProviderTest {
  private static final Place PLACE = new Place("rig.yaml", 1, 1);
  private static final Electrode ELECTRODE =
      new Electrode(
          "drez-spinal",
          0.25,
          2,
          0,
          new Caps(0.6, 1, 30, 0.05, 90, 75),
          new ImpedanceWindow(600, 3000, 150, 3000),
          new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26));

  private final Map<String, SettingsValue> rig = new LinkedHashMap<>();
  private final Map<String, SettingsValue> thermocouple = new LinkedHashMap<>();
  private final Map<String, SettingsValue> plants = new LinkedHashMap<>();

  @BeforeEach
  void fill() {
    rig.put("kind", text("simulated"));
    rig.put("tissue", text("cord"));
    rig.put("seed", number(3));
    rig.put("speed", text("max"));
    rig.put("move_seconds", number(2));
    rig.put("relay_travel_seconds", number(0.01));
    rig.put("meter_noise_fraction", number(0.002));
    rig.put("thermocouple", section(thermocouple));
    thermocouple.put("period_seconds", number(0.02));
    thermocouple.put("lag_seconds", number(0.05));
    thermocouple.put("noise_kelvin", number(0.05));
    thermocouple.put("resolution_kelvin", number(0.0078125));
    thermocouple.put("cold_junction_celsius", number(23));
    Map<String, SettingsValue> plant = new LinkedHashMap<>();
    plant.put("time_constants_seconds", numbers(0.0074, 0.22, 1.494, 13.28));
    plant.put("gains_kelvin_per_watt", numbers(-1, 25.7, 63.8, 66.5));
    plant.put("conductance_shares_fraction", numbers(0, 0.24, 0.4, 0.8));
    plant.put("cold_ohms", number(1305));
    plants.put("drez-spinal", section(plant));
  }

  @Test
  void theServiceLoaderFindsIt() {
    assertThat(ServiceLoader.load(RigProvider.class).stream().map(p -> p.get().kind()))
        .containsExactly("simulated");
  }

  @Test
  void opensABenchAtRestThatSaysItIsSimulated() throws DeviceException {
    try (Rig bench = open()) {
      RigSample sample = bench.read();
      assertThat(bench.simulated()).isTrue();
      assertThat(bench.devices()).anyMatch(line -> line.contains("seed 3"));
      assertThat(sample.temperature().tipCelsius()).isBetween(36.7, 37.3);
      assertThat(sample.temperature().coldJunctionCelsius()).isEqualTo(23);
      assertThat(sample.interlockClosed()).isTrue();
      assertThat(sample.relayClosed()).isFalse();
      assertThat(sample.footswitchPressed()).isFalse();
      assertThat(sample.position().depthMillimetres()).isZero();
    }
  }

  @Test
  void aSpeedIsANumberOrMax() {
    rig.put("speed", number(0));
    assertRefused("speed: 0.0 is out of range; allowed 0.1 to 1000");
    rig.put("speed", text("fast"));
    assertRefused("speed: is no speed; allowed 0.1 to 1000");
  }

  @Test
  void aTissueWithoutAPlantForTheElectrodeIsRefused() {
    plants.clear();
    assertRefused("modal_plants.drez-spinal: is missing");
  }

  @Test
  void aKeyThatNobodyKnowsIsRefusedInEverySection() {
    thermocouple.put("nois_kelvin", number(1));
    rig.put("lab", text("ours"));
    assertRefused("thermocouple.nois_kelvin: unknown key; did you mean \"noise_kelvin\"?");
    assertRefused("lab: unknown key");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::open).hasMessageContaining(message);
  }

  private Rig open() throws DeviceException {
    Map<String, SettingsValue> tissue = new LinkedHashMap<>();
    tissue.put("base_celsius", number(37));
    tissue.put("conductivity_per_kelvin", number(0.02));
    tissue.put("residual_fraction", number(0.7));
    tissue.put("modal_plants", section(plants));
    Problems all = new Problems();
    Settings settings =
        new Settings(
            "bench",
            section(rig),
            all,
            (_, name, _, problems) -> new Settings(name, section(tissue), problems, null));
    UnopenedRig unopened = new SimulatedRigProvider().read(settings, ELECTRODE);
    all.throwIfAny();
    return unopened.open();
  }

  private static SettingsValue number(double value) {
    return new SettingsValue.Numeric(value, String.valueOf(value), PLACE);
  }

  private static SettingsValue numbers(double... values) {
    List<SettingsValue> items = new ArrayList<>();
    Arrays.stream(values).forEach(value -> items.add(number(value)));
    return new SettingsValue.Items(items, PLACE);
  }

  private static SettingsValue text(String word) {
    return new SettingsValue.Text(word, PLACE);
  }

  private static SettingsValue.Section section(Map<String, SettingsValue> entries) {
    return new SettingsValue.Section(entries, PLACE);
  }
}
