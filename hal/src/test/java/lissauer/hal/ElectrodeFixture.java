package lissauer.hal;

/** The electrode that tests of devices work with: caps of the DREZ tip. */
public final class ElectrodeFixture {
  private ElectrodeFixture() {}

  public static Electrode small() {
    return new Electrode(
        "small",
        0.25,
        2,
        0,
        new Caps(0.6, 1, 30, 0.05, 90, 60),
        new ImpedanceWindow(600, 3000, 150, 3000),
        new TipGeometry(0.125, 2, Double.POSITIVE_INFINITY, 0.05, 0.35, 0.5, 25, 24, 26));
  }
}
