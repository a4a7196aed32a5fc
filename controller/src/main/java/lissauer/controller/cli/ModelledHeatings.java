package lissauer.controller.cli;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.control.Calibration;
import lissauer.hal.TipGeometry;
import lissauer.hal.console.VirtualTip;
import lissauer.hal.console.VirtualTips;
import lissauer.hal.console.VirtualTissue;

/**
 * Heatings of a modelled electrode in tissues around cord: a weak step, a quick heating to about 75
 * °C, and one of a few seconds, each with some cooling after it.
 */
final class ModelledHeatings {
  private static final double CONDUCTION = 0.51;
  private static final double CAPACITY = 3.90225e6;
  private static final double CORD = 10_888;
  private static final double GREY = 45_000;

  /** k and ρc over those of cord, and perfusion, W/(m³·K). */
  private static final double[][] TISSUES = {
    {1, 1, CORD}, {0.7, 1, CORD}, {1.3, 1, CORD}, {1, 0.7, CORD}, {1, 1.3, CORD},
    {0.7, 0.7, 0}, {1.3, 1.3, GREY}, {0.7, 1.3, GREY}, {1.3, 0.7, 0}, {1, 1, GREY}
  };

  /** The tip for which the courses below were written: DREZ, 0.25 mm, 0.30 W at the end. */
  private static final double RADIUS_MILLIMETRES = 0.125;

  private static final double HOLD_WATTS = 0.3;
  private static final double LONGEST_STEP_SECONDS = 0.02;

  private final VirtualTips tips;
  private final TipGeometry geometry;
  private final double slower;
  private final double stronger;
  private double hotSpotKelvinPerWatt;

  ModelledHeatings(VirtualTips tips, TipGeometry geometry) {
    this.tips = tips;
    this.geometry = geometry;
    slower = Math.min(6, Math.pow(geometry.radiusMillimetres() / RADIUS_MILLIMETRES, 1.3));
    VirtualTip tip = tip(TISSUES[0]);
    double watts = 0.05;
    pass(tip, 15 * slower, watts);
    double kelvinPerWatt = (tip.tipCelsius() - 37) / watts;
    stronger = 38 / kelvinPerWatt / HOLD_WATTS;
  }

  private VirtualTip tip(double[] tissue) {
    return tips.tip(
        geometry,
        new VirtualTissue(
            VirtualTissue.Reduced.exact(),
            37,
            0.15,
            0.02,
            CONDUCTION * tissue[0],
            CAPACITY * tissue[1],
            tissue[2]));
  }

  List<Calibration.Heating> all() {
    List<Calibration.Heating> all = new ArrayList<>();
    for (double[] tissue : TISSUES) {
      all.add(heating(tissue, (_, _) -> 0.1));
      all.add(heating(tissue, ModelledHeatings::quick));
      all.add(heating(tissue, ModelledHeatings::ramped));
    }
    return all;
  }

  /** Most that the hottest tissue was above the tip for each watt, in cord; after {@link #all}. */
  double hotSpotKelvinPerWatt() {
    return hotSpotKelvinPerWatt;
  }

  /** Power of the DREZ tip at a time, in tissue of this conduction. */
  @FunctionalInterface
  private interface Course {
    double watts(double seconds, double conductionRatio);
  }

  private static double quick(double seconds, double k) {
    return seconds < 0.3 * k ? 1 : k * (0.34 + 0.3 * Math.exp(-seconds / 1.2));
  }

  private static double ramped(double seconds, double k) {
    return seconds < 5
        ? k * (0.11 + 0.08 * seconds)
        : k * (0.36 + 0.15 * Math.exp(-(seconds - 5) / 2));
  }

  private Calibration.Heating heating(double[] tissue, Course course) {
    VirtualTip tip = tip(tissue);
    List<double[]> pieces = new ArrayList<>();
    for (double time = 0; time < 15; ) {
      double seconds = time < 2 ? 0.02 : time < 4 ? 0.1 : 0.5;
      add(pieces, tip, seconds, course.watts(time, tissue[0]), tissue[0]);
      time += seconds;
    }
    for (int i = 0; i < 40; i++) {
      add(pieces, tip, i < 20 ? 0.05 : 0.5, 0, tissue[0]);
    }
    return new Calibration.Heating(
        new Calibration.Modelled(tissue[0], tissue[1], tissue[2]),
        pieces.stream().mapToDouble(piece -> piece[0]).toArray(),
        pieces.stream().mapToDouble(piece -> piece[1]).toArray(),
        pieces.stream().mapToDouble(piece -> piece[2]).toArray());
  }

  private void add(
      List<double[]> pieces, VirtualTip tip, double time, double power, double conduction) {
    double seconds = time * slower;
    double watts = power * stronger;
    pass(tip, seconds, watts);
    pieces.add(new double[] {seconds, watts, tip.tipCelsius() - 37});
    if (watts > 0) {
      double hotter = (tip.tissuePeakCelsius() - tip.tipCelsius()) / watts * conduction;
      hotSpotKelvinPerWatt = Math.max(hotSpotKelvinPerWatt, hotter);
    }
  }

  private static void pass(VirtualTip tip, double seconds, double watts) {
    int steps = (int) Math.ceil(seconds / LONGEST_STEP_SECONDS - 1e-9);
    for (int i = 0; i < steps; i++) {
      tip.advance(seconds / steps, watts);
    }
  }
}
