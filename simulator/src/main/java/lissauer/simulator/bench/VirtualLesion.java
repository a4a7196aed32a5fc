package lissauer.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.DamageLine;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.ReducedBasis;
import lissauer.simulator.tissue.ReducedLesion;
import lissauer.simulator.tissue.ReducedModel;
import lissauer.simulator.tissue.Tissue;

/**
 * One lesion of a campaign on the reduced model: 75 °C after a ramp of 1 s, 15 s of hold, 15 s of
 * cooling, at the tick of 20 ms; damage is added every second tick at ten radii.
 *
 * @param radiusMillimetres of Ω ≥ 1 by liver kinetics, at half height of the tip
 * @param endWatts at the end of RF
 */
record VirtualLesion(double radiusMillimetres, double endWatts) {
  static final double COOL_SECONDS = 15;
  private static final double TICK_SECONDS = 0.02;
  private static final double MOST_WATTS = 10;

  /** Where the thermocouple has to be at the end of each tick, above 37 °C: alike for all. */
  private static final double[] PATH = path(Cases.REFERENCE);

  private static double[] path(Drive.Clamp drive) {
    double base = Cases.reference().baseCelsius();
    double[] path = new double[(int) Math.round(drive.onSeconds() / TICK_SECONDS) + 1];
    for (int tick = 0; tick < path.length; tick++) {
      path[tick] = drive.celsius(tick * TICK_SECONDS, base) - base;
    }
    return path;
  }

  static VirtualLesion of(ReducedBasis basis, Tissue tissue) {
    ReducedModel model = new ReducedModel(basis, tissue);
    ReducedLesion lesion = new ReducedLesion(model);
    DamageLine line =
        new DamageLine(model, DamageLaw.LIVER, 0.5, 1.5, 10, Cases.MIDDLE_MILLIMETRES);
    int on = PATH.length - 1;
    int all = on + (int) Math.round(COOL_SECONDS / TICK_SECONDS);
    double watts = 0;
    for (int tick = 1; tick <= all; tick++) {
      if (tick <= on) {
        watts = lesion.follow(TICK_SECONDS, PATH[tick], MOST_WATTS);
      } else {
        lesion.heat(TICK_SECONDS, 0);
      }
      if (tick % 2 == 0) {
        line.add(lesion, 2 * TICK_SECONDS);
      }
    }
    return new VirtualLesion(line.radiusMillimetres(1), watts);
  }

  /** Tissues that no training has seen: k and ρc by up to 30 %, perfusion up to 50,000 W/(m³ K). */
  static List<Tissue> draws(int count, long seed) {
    Random random = new Random(seed);
    List<Tissue> tissues = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tissues.add(
          Cases.tissue(
              Cases.CONDUCTION * (0.7 + 0.6 * random.nextDouble()),
              Cases.CAPACITY * (0.7 + 0.6 * random.nextDouble()),
              50_000 * random.nextDouble()));
    }
    return tissues;
  }
}
