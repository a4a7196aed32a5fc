package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.util.List;
import lissauer.hal.TipGeometry;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.Extents;
import lissauer.simulator.tissue.FullModel;
import lissauer.simulator.tissue.LesionRun;
import lissauer.simulator.tissue.Resolution;
import lissauer.simulator.tissue.Tissue;

/**
 * The full model against lesions that others have made: Tomlinson 1991 (thalamotomy), Cosman,
 * Dolensky and Hoffman 2014 (ex vivo), De Louw 2001 (goat ganglion). Those that the model is known
 * not to meet are printed without a limit.
 */
final class AgainstExperiments implements Benchmark {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final TipGeometry THALAMOTOMY =
      new TipGeometry(0.8, 3, NONE, 0.05, 0.5, 0.5, 25, 24, 26);
  private static final TipGeometry GAUGE_22 =
      new TipGeometry(0.359, 10, NONE, 0.05, 0.5, 0.5, 40, 38, 48);
  private static final TipGeometry GAUGE_16 =
      new TipGeometry(0.826, 10, NONE, 0.05, 0.5, 0.5, 40, 38, 48);
  private static final TipGeometry GAUGE_22_SHORT =
      new TipGeometry(0.359, 5, NONE, 0.05, 0.5, 0.5, 40, 38, 43);

  private static final double GREY_PERFUSION = 50_450;
  private static final double THALAMOTOMY_CONDUCTION = 0.55;
  private static final double TOMLINSON_MILLIMETRES = 7.3;
  private static final double CEM_MINUTES = 240;

  /** Widths of one lesion, in mm. */
  private record Widths(
      double liverMillimetres,
      double bhkMillimetres,
      double burnMillimetres,
      double cemMillimetres,
      double above55Millimetres,
      double above60Millimetres) {
    static Widths of(Extents extents) {
      return new Widths(
          2 * extents.of(DamageLaw.LIVER, 1).midRadiusMillimetres(),
          2 * extents.of(DamageLaw.BHK, 1).midRadiusMillimetres(),
          2 * extents.of(DamageLaw.BURN, 1).midRadiusMillimetres(),
          2 * extents.of(DamageLaw.CEM43, CEM_MINUTES).midRadiusMillimetres(),
          2 * extents.isotherm(55).midRadiusMillimetres(),
          2 * extents.isotherm(60).midRadiusMillimetres());
    }

    double[] all() {
      return new double[] {
        liverMillimetres,
        bhkMillimetres,
        burnMillimetres,
        cemMillimetres,
        above55Millimetres,
        above60Millimetres
      };
    }
  }

  @Override
  public List<Figure> measure(PrintWriter table) {
    Columns columns =
        new Columns(
            table,
            "published, widths in mm",
            "liver",
            "BHK",
            "burn",
            "CEM240",
            "55 C",
            "60 C",
            "published");
    Tissue thalamus = Cases.tissue(THALAMOTOMY_CONDUCTION, Cases.CAPACITY, GREY_PERFUSION);
    Widths thalamotomy =
        line(columns, "Tomlinson 78 C 60 s", THALAMOTOMY, thalamus, 78, 60, TOMLINSON_MILLIMETRES);
    Tissue tissue = Cases.reference();
    Widths one = line(columns, "22 G 10 mm 80 C 60 s", GAUGE_22, tissue, 80, 60, Double.NaN);
    Widths two = line(columns, "22 G 10 mm 80 C 120 s", GAUGE_22, tissue, 80, 120, Double.NaN);
    Widths three = line(columns, "22 G 10 mm 80 C 180 s", GAUGE_22, tissue, 80, 180, Double.NaN);
    Widths thick = line(columns, "16 G 10 mm 80 C 120 s", GAUGE_16, tissue, 80, 120, Double.NaN);
    Widths ganglion = line(columns, "De Louw 22 G 67 C 60 s", GAUGE_22_SHORT, tissue, 67, 60, 1.9);
    return List.of(
        Figure.atMost("Tomlinson narrowest law", least(thalamotomy), "mm", TOMLINSON_MILLIMETRES),
        Figure.atLeast("Tomlinson widest law", most(thalamotomy), "mm", TOMLINSON_MILLIMETRES),
        growth("55 C width 2 min/1 min", one.above55Millimetres, two.above55Millimetres, 11, 20),
        growth("60 C width 2 min/1 min", one.above60Millimetres, two.above60Millimetres, 11, 20),
        growth("55 C width 3 min/1 min", one.above55Millimetres, three.above55Millimetres, 23, 32),
        growth("60 C width 3 min/1 min", one.above60Millimetres, three.above60Millimetres, 23, 32),
        known("16 G/22 G width (published 58 to 65)", two, thick),
        Figure.reported(
            "De Louw 60 C width (published 1.8 to 2.0)", ganglion.above60Millimetres, "mm"));
  }

  private static Widths line(
      Columns columns,
      String name,
      TipGeometry tip,
      Tissue tissue,
      double setCelsius,
      double holdSeconds,
      double published) {
    FullModel model = new FullModel(tip, tissue, Contact.FULL, Resolution.STANDARD);
    Drive drive = new Drive.Clamp(setCelsius, 5, holdSeconds, true);
    new LesionRun(model, drive, 20).heat().cool();
    Widths widths = Widths.of(model.extents());
    double[] all = java.util.Arrays.copyOf(widths.all(), 7);
    all[6] = published;
    columns.line(name, all);
    return widths;
  }

  private static double least(Widths w) {
    return Math.min(
        Math.min(w.liverMillimetres, w.bhkMillimetres),
        Math.min(w.burnMillimetres, w.cemMillimetres));
  }

  private static double most(Widths w) {
    return Math.max(
        Math.max(w.liverMillimetres, w.bhkMillimetres),
        Math.max(w.burnMillimetres, w.cemMillimetres));
  }

  private static Figure growth(String name, double from, double to, double least, double most) {
    return new Figure(name, 100 * (to / from - 1), "%", least, most);
  }

  private static Figure known(String name, Widths from, Widths to) {
    return Figure.reported(name, 100 * (to.above60Millimetres / from.above60Millimetres - 1), "%");
  }
}
