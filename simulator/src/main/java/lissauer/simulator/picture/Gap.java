package lissauer.simulator.picture;

/** A piece along the row where the target is not covered. */
public record Gap(double fromMillimetres, double toMillimetres) {

  /** Refuses a gap without length. */
  public Gap {
    if (!(toMillimetres > fromMillimetres)) {
      throw new IllegalArgumentException(
          "gap from %s to %s mm".formatted(fromMillimetres, toMillimetres));
    }
  }
}
