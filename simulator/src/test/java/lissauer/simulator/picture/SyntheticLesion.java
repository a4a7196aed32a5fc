package lissauer.simulator.picture;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** A lesion round a 0.25 mm x 2 mm tip that looks like a real one, from closed forms. */
final class SyntheticLesion {
  private static final double[] RADIAL = {
    0, 0.04, 0.08, 0.125, 0.15, 0.175, 0.2, 0.24, 0.29, 0.35, 0.4, 0.5, 0.65, 0.85, 1.1, 1.4, 1.8,
    2.3, 3, 4, 5.5, 7.5, 10
  };
  private static final double[] AXIAL = {
    -8, -6, -4.5, -3.4, -2.6, -2, -1.55, -1.2, -0.9, -0.65, -0.45, -0.3, -0.18, -0.1, -0.04, 0,
    0.04, 0.1, 0.2, 0.35, 0.55, 0.8, 1, 1.2, 1.45, 1.65, 1.8, 1.9, 1.96, 2, 2.04, 2.1, 2.2, 2.35,
    2.55, 2.8, 3, 3.05, 3.2, 3.5, 4, 4.8, 6, 8
  };

  static final PlaneGrid GRID = PlaneGrid.ofFaces(RADIAL, AXIAL);

  private SyntheticLesion() {}

  static double[] values(PlaneGrid grid, DoubleBinaryOperator field) {
    double[] values = new double[grid.cells()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        values[grid.index(column, row)] =
            field.applyAsDouble(
                grid.columnCentresMillimetres()[column], grid.rowCentresMillimetres()[row]);
      }
    }
    return values;
  }

  /** In °C: a line of sources along the tip, levelled off inside it. */
  static CellField temperature() {
    return new CellField("temperature", "°C", values(GRID, SyntheticLesion::celsius));
  }

  private static double celsius(double r, double z) {
    double sum = 0;
    for (int i = 0; i <= 20; i++) {
      sum += 1 / Math.hypot(Math.max(r, 0.125), z - 0.1 * i);
    }
    return 37 + 39 * Math.pow(Math.min(1, sum / 52), 0.72);
  }

  /** Ω of the liver law after 15 s at that temperature; none in the electrode. */
  static CellField omega() {
    return new CellField(
        "Ω liver",
        "",
        values(
            GRID,
            (r, z) -> {
              boolean electrode = z > 0 && r < (z < 3 ? 0.175 : 0.4);
              double kelvin = celsius(r, z) + 273.15;
              return electrode
                  ? Double.NaN
                  : 15 * 7.39e39 * Math.exp(-2.577e5 / 8.314462618 / kelvin);
            }));
  }

  static List<Outline> electrode() {
    return List.of(
        Outline.box(Outline.Material.METAL, 0, 0.125, 0, 3.05),
        Outline.box(Outline.Material.INSULATION, 0.125, 0.175, 2, 3),
        Outline.box(Outline.Material.METAL, 0, 0.35, 3.05, 8),
        Outline.box(Outline.Material.INSULATION, 0.35, 0.4, 3.05, 8));
  }

  /** One second up, fifteen at 75 °C, then cooling. */
  static TimeTraces traces() {
    double[] seconds = new double[460];
    Arrays.setAll(seconds, i -> 0.1 * i);
    return new TimeTraces(
        seconds,
        over(seconds, t -> t < 1 ? 37 + 38 * t : t < 16 ? 75 : 37 + 38 / (1 + 0.5 * (t - 16))),
        over(seconds, t -> t < 1 ? 37 + 42 * t : t < 16 ? 76 : 37 + 39 / (1 + 0.5 * (t - 16))),
        over(seconds, t -> t < 16 ? 0.3 + 0.7 * Math.exp(-t) : 0),
        over(seconds, t -> t < 16 ? 930 + 370 * Math.exp(-t) : Double.NaN));
  }

  private static double[] over(double[] seconds, java.util.function.DoubleUnaryOperator trace) {
    return Arrays.stream(seconds).map(trace).toArray();
  }

  static LesionPicture picture() {
    CellField temperature = temperature();
    return new LesionPicture(
        List.of(
            "DREZ electrode 0.25 × 2 mm, 75 °C for 15 s",
            "a second line that goes on for longer than there is any room for it, ".repeat(4)),
        GRID,
        temperature,
        16,
        electrode(),
        List.of(
            Contour.isotherm(temperature, 45),
            Contour.isotherm(temperature, 60),
            Contour.isotherm(temperature, 100),
            Contour.damage("Ω = 1, liver", omega(), 1)),
        List.of(
            new LesionSize("Ω = 1, liver", 1.85, 0.51, 0.36, 5.2),
            new LesionSize("T ≥ 60 °C", 1.45, 0.3, Double.NaN, 2.9)),
        traces());
  }
}
