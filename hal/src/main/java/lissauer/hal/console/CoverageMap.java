package lissauer.hal.console;

import java.util.List;

/**
 * What a row of lesions has destroyed by a model, as it is drawn in a report. Lengths along the row
 * count from its first site, depths along the electrode from where it enters.
 *
 * @param model what was computed, in one line for people
 * @param coveredShare part of the target between the outer sites that is destroyed, 0 to 1; NaN
 *     without a target
 * @param waistMillimetres smallest half width between the outer sites; 0 in a gap
 * @param spillSquareMillimetres destroyed outside the target for each mm of row, mm³/mm
 * @param gaps stretches of the row's axis where nothing is destroyed
 * @param outlines by each law in turn; the first decides
 */
public record CoverageMap(
    String model,
    double coveredShare,
    double waistMillimetres,
    double spillSquareMillimetres,
    List<Stretch> gaps,
    Target target,
    List<Outline> outlines) {

  /** Keeps its own copies. */
  public CoverageMap {
    gaps = List.copyOf(gaps);
    outlines = List.copyOf(outlines);
  }

  /** Part of the row's axis. */
  public record Stretch(double fromMillimetres, double toMillimetres) {}

  /** The box that is to be destroyed. */
  public record Target(
      double halfWidthMillimetres, double topMillimetres, double bottomMillimetres) {}

  /**
   * Edge of what is destroyed by one law.
   *
   * @param law its name
   */
  public record Outline(String law, List<Slice> slices) {
    /** Keeps its own copy. */
    public Outline {
      slices = List.copyOf(slices);
    }
  }

  /**
   * Edge of what is destroyed in one plane across the row. Where nothing is, all but the place are
   * NaN.
   *
   * @param halfWidthMillimetres at half height of the bare tip
   * @param topMillimetres smallest depth at the electrode
   * @param bottomMillimetres greatest depth at the electrode
   */
  public record Slice(
      double alongMillimetres,
      double halfWidthMillimetres,
      double topMillimetres,
      double bottomMillimetres) {}
}
