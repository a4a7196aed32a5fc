package lissauer.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.hal.Electrode;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.TipGeometry;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;
import lissauer.simulator.fault.ScriptText;

/** A bench in real time with the DREZ tip in cord, without noise. */
public final class BenchFixture {
  private static final Place PLACE = new Place("rig.yaml", 1, 1);

  private BenchFixture() {}

  public static LiveBench live() {
    return new LiveBench(stepped());
  }

  /** The same bench, on which time passes only while somebody waits for it. */
  public static SimulatedBench stepped() {
    return new SimulatedBench(
        setup(), new SimulatedClock(Double.POSITIVE_INFINITY), SimulatedBench.library());
  }

  /** The same on which a script is played, in one line as {@link ScriptText} reads it. */
  static SimulatedBench scripted(String script) {
    return new SimulatedBench(
        setup().with(ScriptText.script(script)),
        new SimulatedClock(Double.POSITIVE_INFINITY),
        SimulatedBench.library());
  }

  /** The electrode in it; its reduced model comes along. */
  public static Electrode electrode() {
    Electrode small = ElectrodeFixture.small();
    return new Electrode(
        "drez-spinal",
        small.diameterMillimetres(),
        small.tipMillimetres(),
        0,
        small.caps(),
        small.impedance(),
        new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26));
  }

  private static SimulatedBench.Setup setup() {
    Problems problems = new Problems();
    SimulatedBench.Setup setup =
        SimulatedRigProvider.bench(
            new Settings("bench", rig(), problems, BenchFixture::open), electrode());
    problems.throwIfAny();
    return setup;
  }

  private static Settings open(String folder, String name, Place askedAt, Problems problems) {
    Map<String, SettingsValue> tissue = new LinkedHashMap<>();
    tissue.put("base_celsius", number(37));
    tissue.put("conductivity_siemens_per_metre", number(0.15));
    tissue.put("conductivity_per_kelvin", number(0.02));
    tissue.put("conduction_watts_per_metre_kelvin", number(0.51));
    tissue.put("capacity_joules_per_cubic_metre_kelvin", number(3.9e6));
    tissue.put("perfusion_watts_per_cubic_metre_kelvin", number(10888));
    tissue.put("perfusion_stops", text("never"));
    tissue.put("water_fraction", number(0));
    return new Settings(
        name, new SettingsValue.Section(tissue, PLACE), problems, BenchFixture::open);
  }

  private static SettingsValue.Section rig() {
    Map<String, SettingsValue> thermocouple = new LinkedHashMap<>();
    thermocouple.put("period_seconds", number(0.02));
    thermocouple.put("lag_seconds", number(0.05));
    thermocouple.put("noise_kelvin", number(0));
    thermocouple.put("resolution_kelvin", number(0.0078125));
    thermocouple.put("cold_junction_celsius", number(23));
    Map<String, SettingsValue> rig = new LinkedHashMap<>();
    rig.put("kind", text("simulated"));
    rig.put("tissue", text("cord"));
    rig.put("seed", number(3));
    rig.put("move_seconds", number(2));
    rig.put("relay_travel_seconds", number(0.01));
    rig.put("meter_noise_fraction", number(0));
    rig.put("thermocouple", new SettingsValue.Section(thermocouple, PLACE));
    return new SettingsValue.Section(rig, PLACE);
  }

  private static SettingsValue number(double value) {
    return new SettingsValue.Numeric(value, String.valueOf(value), PLACE);
  }

  private static SettingsValue text(String text) {
    return new SettingsValue.Text(text, PLACE);
  }
}
