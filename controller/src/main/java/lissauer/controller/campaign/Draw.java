package lissauer.controller.campaign;

import java.util.Random;
import lissauer.hal.console.VirtualTissue;

/**
 * One plant: tissue, generator, meter, thermocouple and delay, as a seed draws them or as tuning
 * routines get them.
 *
 * @param laterPerfusionWattsPerCubicMetreKelvin from a moment in the hold on
 * @param gainRatio true power over the power asked for
 * @param meterRatio power shown over true power
 * @param noiseKelvin of each conversion, standard deviation
 * @param delayTicks after which a command acts, beyond the hold of its own tick
 * @param jitterTicks by which that delay changes from tick to tick, up or down
 * @param latenessSeconds up to which ticks come late
 * @param phaseFraction of a tick, between its begin and the end of a conversion
 * @param noiseSeed of everything drawn while the trial runs
 */
record Draw(
    VirtualTissue tissue,
    double laterPerfusionWattsPerCubicMetreKelvin,
    double gainRatio,
    double meterRatio,
    double lagSeconds,
    double noiseKelvin,
    int delayTicks,
    int jitterTicks,
    double latenessSeconds,
    double phaseFraction,
    long noiseSeed) {
  /** Cord (physics study, section 1). */
  static final double CONDUCTION = 0.51;

  /** Cord (physics study, section 1). */
  static final double CAPACITY = 3.90225e6;

  /** Grey matter (physics study, section 1). */
  static final double MOST_PERFUSION = 45_000;

  private static final double CORD_PERFUSION = 10_888;
  private static final double NOISE = 0.1;
  private static final double MODES_OFF = 0.05;
  private static final double METER_OFF = 0.03;
  private static final double LATENESS = 0.004;

  /** The plant of a seed; scenarios of the same seed differ in nothing but what they say. */
  static Draw of(long seed, Scenario scenario) {
    Random random = new Random(mixed(seed));
    double conduction = CONDUCTION * between(random, 0.7, 1.3);
    double capacity = CAPACITY * between(random, 0.7, 1.3);
    double perfusion = between(random, 0, MOST_PERFUSION);
    double later = between(random, 0, MOST_PERFUSION);
    double gain = between(random, 0.85, 1.15);
    double lag = between(random, 0.05, 0.25);
    int delay = random.nextInt(3);
    double phase = random.nextDouble();
    double meter = between(random, 1 - METER_OFF, 1 + METER_OFF);
    boolean harsh = scenario.harsh();
    VirtualTissue.Model model =
        scenario.full()
            ? new VirtualTissue.Full()
            : new VirtualTissue.Reduced(harsh ? MODES_OFF : 0, mixed(seed + 1));
    return new Draw(
        tissue(model, conduction, capacity, perfusion),
        later,
        gain,
        harsh ? meter : 1,
        scenario.lagSeconds().orElse(lag),
        NOISE,
        delay,
        harsh ? 1 : 0,
        harsh ? LATENESS : 0,
        phase,
        mixed(seed + 2));
  }

  /** What nobody is surprised by: cord, exact power, the lag of the electrode's file. */
  static Draw nominal(double lagSeconds, double noiseKelvin) {
    return new Draw(
        tissue(VirtualTissue.Reduced.exact(), CONDUCTION, CAPACITY, CORD_PERFUSION),
        CORD_PERFUSION,
        1,
        1,
        lagSeconds,
        noiseKelvin,
        1,
        0,
        0,
        0.5,
        1);
  }

  private static VirtualTissue tissue(
      VirtualTissue.Model model, double conduction, double capacity, double perfusion) {
    return new VirtualTissue(model, 37, 0.15, 0.02, conduction, capacity, perfusion);
  }

  private static double between(Random random, double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** Neighbouring seeds of {@link Random} begin alike; mixed, they do not (Steele 2014, mix64). */
  static long mixed(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
