package lissauer.hal.scpi;

import java.util.List;
import lissauer.hal.Electrode;
import lissauer.hal.lab.LabBench;
import lissauer.hal.link.LinkSetup;
import lissauer.hal.settings.Settings;

/**
 * The section {@code generator} of a rig file whose generator is a function generator with an
 * amplifier; config/README.md explains the keys.
 *
 * @param loadOhms what the generator's output is loaded with, so that its amplitude is true;
 *     infinite for high impedance
 * @param testVoltsRms at the electrode while no power is commanded, to measure impedance with
 * @param ceilingFromOhms at and above this impedance a stuck output stays within the caps
 * @param hardwareCap what else keeps power down; empty when nothing does
 */
public record ScpiSetup(
    LinkSetup link,
    Dialect dialect,
    String identity,
    double frequencyHertz,
    double loadOhms,
    Amplifier amplifier,
    double testVoltsRms,
    double ceilingFromOhms,
    double answerSeconds,
    String hardwareCap,
    MeterSetup meter) {
  /** A test signal may heat by no more than this share of the electrode's cap. */
  private static final double TEST_FRACTION = 0.01;

  /** Reads the section and notes what is wrong. */
  public static ScpiSetup from(Settings settings, LabBench bench) {
    Electrode electrode = bench.electrode();
    String family = settings.choice("dialect", List.of("siglent", "keysight"));
    int channel = (int) settings.whole("channel", 1, 2, 1);
    Dialect dialect =
        family.equals("keysight") ? new KeysightDialect(channel) : new SiglentDialect(channel);
    String cap = hardwareCap(settings, electrode);
    Settings amplifier = settings.section("amplifier");
    Amplifier stage =
        new Amplifier(
            amplifier.number("gain_ratio", 0.01, 1000, 1),
            amplifier.number("source_ohms", 0, 10_000));
    amplifier.done();
    double fromOhms = electrode.impedance().startMinimumOhms();
    ScpiSetup setup =
        new ScpiSetup(
            LinkSetup.from(settings, bench, 115_200, 5025),
            dialect,
            settings.text("identity", ""),
            settings.number("frequency_hertz", 100_000, 2_000_000, 480_000),
            load(settings),
            stage,
            testVolts(settings, electrode),
            settings.number(
                "ceiling_from_ohms",
                Math.max(1, electrode.impedance().minimumOhms()),
                electrode.impedance().maximumOhms(),
                Math.max(1, fromOhms)),
            settings.number("answer_seconds", 0.01, 0.2, 0.1),
            cap,
            MeterSetup.from(settings.section("meter"), bench));
    setup.checkCeiling(settings, electrode);
    settings.done();
    return setup;
  }

  /** Amplitude that the generator is never to exceed. */
  SineVoltage ceiling(Electrode electrode) {
    return amplifier.ceiling(electrode.caps(), electrode.impedance(), ceilingFromOhms);
  }

  /** Amplitude of the test signal. */
  SineVoltage test() {
    return new SineVoltage(testVoltsRms / amplifier.gainRatio());
  }

  private void checkCeiling(Settings settings, Electrode electrode) {
    SineVoltage ceiling = ceiling(electrode);
    SineVoltage least = dialect.leastCeiling();
    if (settings.sound() && ceiling.voltsRms() < least.voltsRms()) {
      settings.problem(
          "amplifier",
          "with this gain the generator must stay below "
              + ceiling
              + ", and it cannot be held below "
              + least
              + "; put an attenuator before the amplifier and count it in gain_ratio");
    }
  }

  private static double load(Settings settings) {
    if (settings.isText("load_ohms")) {
      if (!settings.text("load_ohms").equals("high")) {
        settings.problem("load_ohms", "is no load; allowed 50 to 100000 Ω, or high");
      }
      return Double.POSITIVE_INFINITY;
    }
    return settings.number("load_ohms", 50, 100_000);
  }

  private static double testVolts(Settings settings, Electrode electrode) {
    double most =
        Math.sqrt(
            TEST_FRACTION
                * electrode.caps().absoluteWatts()
                * Math.max(1, electrode.impedance().minimumOhms()));
    return settings.number("test_volts_rms", 0.01, most, Math.min(0.5, most));
  }

  private static String hardwareCap(Settings settings, Electrode electrode) {
    if (!settings.has("hardware_cap")) {
      return "";
    }
    Settings cap = settings.section("hardware_cap");
    double watts = cap.number("power_watts", 0.001, electrode.caps().absoluteWatts());
    String how = cap.text("how");
    cap.done();
    return how.isBlank() ? "" : watts + " W by " + how;
  }
}
