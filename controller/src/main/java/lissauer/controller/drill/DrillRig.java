package lissauer.controller.drill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import lissauer.hal.console.VirtualTissue;

/**
 * The rig of a seed: tissue, thermocouple, meters and wires, drawn from what a bench may have. The
 * draw depends on nothing but the seed, so the same seed is the same rig for every hazard.
 *
 * @param settings put over those of the rig file
 */
record DrillRig(VirtualTissue tissue, Map<String, String> settings) {
  private static final double CONDUCTION = 0.51;
  private static final double CAPACITY = 3.90225e6;
  private static final double MOST_PERFUSION = 45_000;
  private static final double MODES_OFF = 0.05;

  static DrillRig of(long seed) {
    Random random = new Random(mixed(seed));
    VirtualTissue tissue =
        new VirtualTissue(
            new VirtualTissue.Reduced(MODES_OFF, mixed(seed + 1)),
            between(random, 36, 38),
            0.15 * between(random, 0.8, 1.25),
            0.02,
            CONDUCTION * between(random, 0.7, 1.3),
            CAPACITY * between(random, 0.7, 1.3),
            between(random, 0, MOST_PERFUSION));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("seed", String.valueOf(seed));
    put(settings, "meter_noise_fraction", between(random, 0.001, 0.01));
    put(settings, "wiring.series_ohms", between(random, 0, 250));
    put(settings, "wiring.cable_picofarads", between(random, 0, 200));
    put(settings, "relay_travel_seconds", between(random, 0.005, 0.02));
    put(settings, "thermocouple.lag_seconds", between(random, 0.03, 0.25));
    put(settings, "thermocouple.noise_kelvin", between(random, 0.03, 0.1));
    put(settings, "thermocouple.offset_kelvin", between(random, -0.5, 0.5));
    put(settings, "thermocouple.gain_error_fraction", between(random, -0.01, 0.01));
    put(settings, "thermocouple.cold_junction_celsius", between(random, 18, 32));
    put(settings, "thermocouple.pick_up_noise_kelvin", between(random, 0, 0.1));
    return new DrillRig(tissue, settings);
  }

  private static void put(Map<String, String> settings, String key, double value) {
    settings.put(key, String.valueOf(value));
  }

  private static double between(Random random, double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** Neighbouring seeds of {@link Random} begin alike; mixed, they do not (Steele 2014, mix64). */
  private static long mixed(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
