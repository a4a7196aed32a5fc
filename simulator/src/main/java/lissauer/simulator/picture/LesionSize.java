package lissauer.simulator.picture;

/**
 * How large a lesion is by one law; NaN where it was not reached or not found.
 *
 * @param law the name of its {@link Contour}, when there is one
 * @param widthMillimetres across, half way up the exposed tip
 * @param belowTipMillimetres how far it reaches beyond the end of the tip
 * @param aboveTipMillimetres how far it reaches up beyond the edge of the insulation
 */
public record LesionSize(
    String law,
    double widthMillimetres,
    double belowTipMillimetres,
    double aboveTipMillimetres,
    double volumeCubicMillimetres) {}
