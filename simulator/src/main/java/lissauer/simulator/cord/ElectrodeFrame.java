package lissauer.simulator.cord;

/**
 * Carries a field from electrode to section and back: the shaft lies in the section, enters at the
 * dorsolateral sulcus and leans medially on its way in. The third axis, along the cord, is that of
 * the row.
 *
 * @param entry where the shaft meets the pia
 * @param angleDegrees of the shaft to the sagittal plane; positive when the tip is medial of the
 *     entry
 * @param depthMillimetres of the tip's end below the entry, along the shaft
 */
public record ElectrodeFrame(SectionPoint entry, double angleDegrees, double depthMillimetres) {
  /**
   * A place as the electrode sees it.
   *
   * @param acrossMillimetres distance from the shaft's axis, medially positive
   * @param alongMillimetres distance from the tip's end, towards the handle
   */
  public record Place(double acrossMillimetres, double alongMillimetres) {}

  /** Refuses a shaft that does not come from the dorsal side. */
  public ElectrodeFrame {
    if (!(angleDegrees > -90 && angleDegrees < 90)) {
      throw new IllegalArgumentException(
          "an electrode is inclined by -90 to 90 °, not " + angleDegrees);
    }
    if (!(depthMillimetres >= 0 && depthMillimetres <= 100)) {
      throw new IllegalArgumentException("the tip is 0 to 100 mm deep, not " + depthMillimetres);
    }
  }

  /** The end of the tip. */
  public SectionPoint tip() {
    return toSection(0, 0);
  }

  /** Where in the section a place near the electrode is. */
  public SectionPoint toSection(double acrossMillimetres, double alongMillimetres) {
    double inward = depthMillimetres - alongMillimetres;
    return new SectionPoint(
        entry.lateralMillimetres() - inward * sine() - acrossMillimetres * cosine(),
        entry.ventralMillimetres() + inward * cosine() - acrossMillimetres * sine());
  }

  /** Where the electrode sees a place in the section; undoes {@link #toSection}. */
  public Place fromSection(SectionPoint point) {
    double lateral = point.lateralMillimetres() - entry.lateralMillimetres();
    double ventral = point.ventralMillimetres() - entry.ventralMillimetres();
    return new Place(
        -lateral * cosine() - ventral * sine(),
        depthMillimetres + lateral * sine() - ventral * cosine());
  }

  private double sine() {
    return StrictMath.sin(StrictMath.toRadians(angleDegrees));
  }

  private double cosine() {
    return StrictMath.cos(StrictMath.toRadians(angleDegrees));
  }
}
