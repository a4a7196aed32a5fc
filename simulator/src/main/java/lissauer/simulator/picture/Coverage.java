package lissauer.simulator.picture;

/**
 * How well a row does its work by one law; NaN where that was not found.
 *
 * @param law the name of its {@link Contour} and {@link Spill}, when there are some
 * @param coveredFraction of the target, from 0 to 1
 * @param waistMillimetres half-width of the lesions where they are narrowest along the target
 * @param gapMillimetres length of the target's middle line that is not covered
 * @param spillCubicMillimetres lesion outside the target
 */
public record Coverage(
    String law,
    double coveredFraction,
    double waistMillimetres,
    double gapMillimetres,
    double spillCubicMillimetres) {}
