package lissauer.simulator.reference;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far one run is from its reference. Differences are run minus reference; those at many times
 * are the largest, without sign.
 *
 * @param resistanceRatio of the cold tissue, over the reference, less 1
 * @param tipCelsius metal where the thermocouple sits, from 0.1 s on
 * @param oneMillimetreCelsius tissue 1 mm from the axis at half height of the tip, from 0.1 s on
 * @param endPowerRatio power at the end of RF, over the reference, less 1
 * @param holdPowerRatio the largest of it from 2 s on, and from 1 s after a ramp
 * @param sizes of the lesion by each law, when RF ends and after cooling
 */
public record Deviations(
    double resistanceRatio,
    double tipCelsius,
    double oneMillimetreCelsius,
    double endPowerRatio,
    double holdPowerRatio,
    List<Size> sizes) {

  /**
   * One lesion by one law. 0 where neither reaches, infinite where one does alone.
   *
   * @param criterion as in the reference: Om1_liver is Ω ≥ 1 with liver kinetics
   * @param cooled after cooling, not when RF ends
   * @param radiusMillimetres at half height of the tip
   * @param depthMillimetres below the end of the tip
   */
  public record Size(
      String criterion, boolean cooled, double radiusMillimetres, double depthMillimetres) {}

  /** Largest deviation of a radius, without sign. */
  public double radiusMillimetres() {
    return largest(Size::radiusMillimetres);
  }

  /** Largest deviation of a depth, without sign. */
  public double depthMillimetres() {
    return largest(Size::depthMillimetres);
  }

  private double largest(ToDoubleFunction<Size> part) {
    return sizes.stream().mapToDouble(part).map(Math::abs).max().orElse(0);
  }
}
