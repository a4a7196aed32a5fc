package lissauer.simulator.picture;

import java.util.Arrays;

/**
 * A line to draw where a field passes a level.
 *
 * @param kind how to draw it and what lies between two cells
 * @param name what the line means; a law has the same name here and in the table of sizes
 * @param level in the unit of the field
 */
public record Contour(Kind kind, String name, CellField field, double level) {
  /** Damage grows over many powers of ten from cell to cell, so it is traced by its logarithm. */
  public enum Kind {
    ISOTHERM,
    DAMAGE
  }

  /** Below this share of its level, damage counts as none. */
  private static final double NONE_RATIO = 1e-6;

  /** Refuses a level that is none, or that has no logarithm where one is taken. */
  public Contour {
    if (!Double.isFinite(level) || (kind == Kind.DAMAGE && !(level > 0))) {
      throw new IllegalArgumentException("contour '%s' at level %s".formatted(name, level));
    }
  }

  /** A temperature, with its value as its label. */
  public static Contour isotherm(CellField temperatureCelsius, double levelCelsius) {
    return new Contour(
        Kind.ISOTHERM, "%.0f °C".formatted(levelCelsius), temperatureCelsius, levelCelsius);
  }

  /** Where the tissue has taken the dose that a law calls death; the field is not a logarithm. */
  public static Contour damage(String law, CellField dose, double level) {
    return new Contour(Kind.DAMAGE, law, dose, level);
  }

  /** The field, bent so that the line is where it passes zero. */
  double[] excess() {
    double[] excess = new double[field.values().length];
    Arrays.setAll(excess, i -> excess(field.values()[i]));
    return excess;
  }

  private double excess(double value) {
    return switch (kind) {
      case ISOTHERM -> value - level;
      case DAMAGE ->
          Double.isNaN(value) ? Double.NaN : Math.log(Math.max(NONE_RATIO, value / level));
    };
  }
}
