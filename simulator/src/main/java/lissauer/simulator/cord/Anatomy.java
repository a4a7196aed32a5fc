package lissauer.simulator.cord;

import java.util.Optional;

/**
 * The shapes of one section and which of them comes first where they meet: every place has exactly
 * one part.
 *
 * @param cord its surface, the pia
 * @param entry the dorsolateral sulcus at the surface
 * @param tractWidthMillimetres width of Lissauer's tract, about the line from entry to apex
 */
record Anatomy(
    Ellipse cord,
    SectionPoint entry,
    DorsalHorn horn,
    double tractWidthMillimetres,
    Ellipse ventralGrey,
    Bridge bridge,
    Ellipse corticospinal,
    Optional<Rind> spinocerebellar) {

  /** A tract that is a strip below the pia, between two levels. */
  record Rind(
      double thicknessMillimetres,
      double fromVentralMillimetres,
      double toVentralMillimetres,
      Ellipse core) {
    boolean contains(double lateral, double ventral) {
      return ventral >= fromVentralMillimetres
          && ventral <= toVentralMillimetres
          && !core.contains(lateral, ventral);
    }
  }

  Part partAt(double lateral, double ventral) {
    if (!cord.contains(lateral, ventral)) {
      return Part.OUTSIDE;
    }
    if (lateral < 0) {
      return Part.OTHER_HALF;
    }
    if (horn.contains(lateral, ventral)) {
      return horn.partAt(lateral, ventral);
    }
    if (ventralGrey.contains(lateral, ventral) || bridge.contains(lateral, ventral)) {
      return Part.VENTRAL_GREY;
    }
    return inLissauersTract(lateral, ventral) ? Part.LISSAUER_TRACT : white(lateral, ventral);
  }

  private Part white(double lateral, double ventral) {
    double endVentral = horn.end().ventralMillimetres();
    if (ventral < endVentral && lateral < divideMillimetres(ventral)) {
      return Part.POSTERIOR_FUNICULUS;
    }
    if (ventral >= endVentral && lateral < ventralGrey.lateralMillimetres()) {
      return Part.ANTERIOR_FUNICULUS;
    }
    if (spinocerebellar.isPresent() && spinocerebellar.get().contains(lateral, ventral)) {
      return Part.DORSAL_SPINOCEREBELLAR_TRACT;
    }
    return corticospinal.contains(lateral, ventral)
        ? Part.CORTICOSPINAL_TRACT
        : Part.LATERAL_FUNICULUS;
  }

  /** A band from the pia to the flanks of the horn's head. */
  private boolean inLissauersTract(double lateral, double ventral) {
    double sideways = horn.apex().lateralMillimetres() - entry.lateralMillimetres();
    double down = horn.apex().ventralMillimetres() - entry.ventralMillimetres();
    double length = Math.sqrt(sideways * sideways + down * down);
    double fromLateral = lateral - entry.lateralMillimetres();
    double fromVentral = ventral - entry.ventralMillimetres();
    double along = (fromLateral * sideways + fromVentral * down) / length;
    double across = (fromLateral * down - fromVentral * sideways) / length;
    return Math.abs(across) <= tractWidthMillimetres / 2
        && along <= length + horn.head().depthMillimetres();
  }

  /** Posterior and lateral funiculus part along the line entry, apex, end of the horn. */
  private double divideMillimetres(double ventral) {
    SectionPoint apex = horn.apex();
    return ventral < apex.ventralMillimetres()
        ? on(entry, apex, Math.max(ventral, entry.ventralMillimetres()))
        : on(apex, horn.end(), ventral);
  }

  private static double on(SectionPoint from, SectionPoint to, double ventral) {
    double share =
        (ventral - from.ventralMillimetres())
            / (to.ventralMillimetres() - from.ventralMillimetres());
    return from.lateralMillimetres()
        + share * (to.lateralMillimetres() - from.lateralMillimetres());
  }
}
