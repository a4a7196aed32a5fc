package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.ImpedanceWindow;
import lissauer.hal.RfCommand;
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
  private final Map<String, SettingsValue> tissue = new LinkedHashMap<>();

  @BeforeEach
  void fill() {
    rig.put("kind", text("simulated"));
    rig.put("tissue", text("cord"));
    rig.put("seed", number(3));
    rig.put("speed", text("max"));
    rig.put("move_seconds", number(2));
    rig.put("relay_travel_seconds", number(0.01));
    rig.put("meter_noise_fraction", number(0));
    rig.put("thermocouple", section(thermocouple));
    thermocouple.put("period_seconds", number(0.02));
    thermocouple.put("lag_seconds", number(0.05));
    thermocouple.put("noise_kelvin", number(0.05));
    thermocouple.put("resolution_kelvin", number(0.0078125));
    thermocouple.put("cold_junction_celsius", number(23));
    tissue.put("base_celsius", number(37));
    tissue.put("conductivity_siemens_per_metre", number(0.15));
    tissue.put("conductivity_per_kelvin", number(0.02));
    tissue.put("conduction_watts_per_metre_kelvin", number(0.51));
    tissue.put("capacity_joules_per_cubic_metre_kelvin", number(3.9e6));
    tissue.put("perfusion_watts_per_cubic_metre_kelvin", number(10888));
    tissue.put("perfusion_stops", text("never"));
    tissue.put("water_fraction", number(0));
  }

  @Test
  void theServiceLoaderFindsIt() {
    assertThat(ServiceLoader.load(RigProvider.class).stream().map(p -> p.get().kind()))
        .contains("simulated");
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
  void theTipHasTheImpedanceOfTheReferenceWithinHalfAPercent() throws DeviceException {
    assertThat(coldOhms()).isCloseTo(1304.7, within(6.5));
  }

  @Test
  void wiresAndDisplacementInTheTissueAreSeenByTheMeters() throws DeviceException {
    double ohms = coldOhms();
    tissue.put("displacement_ratio", number(0.37));
    assertThat(coldOhms()).isCloseTo(ohms / Math.sqrt(1 + 0.37 * 0.37), within(0.5));
    rig.put("wiring", section(Map.of("series_ohms", number(200))));
    assertThat(coldOhms()).isGreaterThan(ohms / Math.sqrt(1 + 0.37 * 0.37) + 150);
    rig.put("wiring", section(Map.of("series_ohms", number(2000))));
    assertRefused("wiring.series_ohms: 2000.0 is out of range; allowed 0 to 1000 Ω");
  }

  @Test
  void theFullModelStandsInWhenItIsAskedFor() throws DeviceException {
    double reduced = coldOhms();
    rig.put("plant", text("full"));
    assertThat(coldOhms()).isCloseTo(reduced, within(2.0));
    try (Rig bench = open()) {
      assertThat(bench.devices()).anyMatch(line -> line.contains("full model"));
    }
    rig.put("plant", text("modal"));
    assertRefused("plant: \"modal\" is none of reduced, full");
  }

  @Test
  void contactThatIsNotWholeNeedsTheFullModel() throws DeviceException {
    tissue.put("contact", section(Map.of("surface_millimetres", number(1))));
    assertRefused("only the full model knows; set plant: full");
    rig.put("plant", text("full"));
    assertThat(coldOhms()).as("fluid shunts the tip").isLessThan(500);
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

  private double coldOhms() throws DeviceException {
    try (Rig bench = open()) {
      bench.relay().drive(true);
      bench.clock().sleepUntil(1_000_000_000);
      bench.generator().exchange(RfCommand.OFF);
      return bench.generator().exchange(RfCommand.OFF).impedanceOhms();
    }
  }

  private Rig open() throws DeviceException {
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

  private static SettingsValue text(String word) {
    return new SettingsValue.Text(word, PLACE);
  }

  private static SettingsValue.Section section(Map<String, SettingsValue> entries) {
    return new SettingsValue.Section(entries, PLACE);
  }
}
