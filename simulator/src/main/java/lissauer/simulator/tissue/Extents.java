package lissauer.simulator.tissue;

import java.util.function.DoublePredicate;
import lissauer.hal.TipGeometry;

/** Where a lesion ends, by any law or isotherm: radius, depth, height and volume. */
public final class Extents {
  private static final double FLOOR = 1e-4;
  private static final double SLICE_MILLIMETRES = 0.02;

  private final TipGeometry tip;
  private final Mesh mesh;
  private final Sampler sampler;
  private final DamageField damage;

  Extents(TipGeometry tip, Mesh mesh, Sampler sampler, DamageField damage) {
    this.tip = tip;
    this.mesh = mesh;
    this.sampler = sampler;
    this.damage = damage;
  }

  /**
   * Size of one lesion. NaN where it does not reach.
   *
   * @param midRadiusMillimetres at half height of the bare tip
   * @param radiusMillimetres largest
   * @param depthMillimetres below the end of the tip, on the axis
   * @param heightMillimetres above the upper end of the bare tip, just outside the insulation
   */
  public record Size(
      double midRadiusMillimetres,
      double radiusMillimetres,
      double depthMillimetres,
      double heightMillimetres,
      double volumeCubicMillimetres) {}

  /** Where a damage law reaches a dose: 1 for Ω, minutes for CEM43. */
  public Size of(DamageLaw law, double dose) {
    return size(logarithms(damage.of(law)), StrictMath.log(dose));
  }

  /** Where tissue has been at least this hot. */
  public Size isotherm(double celsius) {
    return size(damage.hottestCelsius(), celsius);
  }

  private static double[] logarithms(double[] values) {
    double[] logs = new double[values.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = StrictMath.log(Math.max(values[i], FLOOR));
    }
    return logs;
  }

  private Size size(double[] field, double level) {
    double bare = tip.bareMillimetres();
    double top =
        tip.shouldered() ? tip.shoulderMillimetres() - 0.005 : bare + tip.aboveMillimetres() / 4;
    double bottom = -Math.min(5, tip.belowMillimetres() / 2);
    double volume = 0;
    double widest = Double.NaN;
    int slices = (int) Math.ceil((top - bottom) / SLICE_MILLIMETRES);
    double high = (top - bottom) / slices;
    for (int s = 0; s < slices; s++) {
      double z = bottom + (s + 0.5) * high;
      double inner = z < 0 ? 0 : tip.radiusMillimetres();
      if (z > bare) {
        inner += tip.insulationMillimetres();
      }
      double outer = radius(field, level, z, inner);
      if (outer > inner) {
        volume += Math.PI * (outer * outer - inner * inner) * high;
        widest = Double.isNaN(widest) ? outer : Math.max(widest, outer);
      }
    }
    return new Size(
        radius(field, level, bare / 2, tip.radiusMillimetres()),
        widest,
        -end(field, level, 0, bottom, 0),
        end(field, level, bare, top, tip.radiusMillimetres() + tip.insulationMillimetres()) - bare,
        volume);
  }

  /** Outermost radius at a height at which the level is reached, or NaN. */
  private double radius(double[] field, double level, double height, double inner) {
    double outside = Double.NaN;
    for (int i = mesh.nr - 1; i >= 0; i--) {
      double r = mesh.centreR[i] * 1e3;
      if (r < inner) {
        break;
      }
      if (sampler.value(field, r, height) >= level) {
        return Double.isNaN(outside) ? r : crossRadius(field, level, r, outside, height);
      }
      outside = r;
    }
    double surface = Math.max(inner, mesh.centreR[0] * 1e3);
    boolean reached = sampler.value(field, surface, height) >= level;
    return reached ? crossRadius(field, level, surface, outside, height) : Double.NaN;
  }

  /** Furthest height from the tip's end or upper edge at which the level is reached, or NaN. */
  private double end(double[] field, double level, double from, double to, double inner) {
    double r = Math.max(inner + 1e-6, mesh.centreR[0] * 1e3);
    int steps = (int) Math.ceil(Math.abs(to - from) / SLICE_MILLIMETRES);
    double step = (to - from) / steps;
    for (int i = steps; i >= 0; i--) {
      double z = from + i * step;
      if (sampler.value(field, r, z) >= level) {
        return i == steps ? to : crossHeight(field, level, r, z, z + step);
      }
    }
    return Double.NaN;
  }

  private double crossHeight(double[] field, double level, double r, double in, double out) {
    return bisect(in, out, z -> sampler.value(field, r, z) >= level);
  }

  private double crossRadius(double[] field, double level, double in, double out, double z) {
    return bisect(in, out, r -> sampler.value(field, r, z) >= level);
  }

  private static double bisect(double in, double out, DoublePredicate reached) {
    double inside = in;
    double outside = out;
    for (int i = 0; i < 30; i++) {
      double middle = 0.5 * (inside + outside);
      if (reached.test(middle)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }
}
