package lissauer.controller.campaign;

import lissauer.hal.Caps;
import lissauer.hal.Electrode;
import lissauer.hal.ImpedanceWindow;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.hal.console.VirtualTip;
import lissauer.hal.console.VirtualTips;

/**
 * A tip whose answer to power is known by heart: a mass that loses nothing, {@code 100 K/s} for 1
 * W; perfusion cools it at once by 1 K for each 10,000 W/m³K, and 3 K stay behind at a next site.
 */
public final class KnownTip implements VirtualTip {
  public static final double KELVIN_PER_JOULE = 100;
  public static final VirtualTips TIPS = (_, _) -> new KnownTip();
  public static final Electrode ELECTRODE =
      new Electrode(
          "known",
          0.25,
          2,
          0,
          new Caps(0.6, 1, 30, 0.05, 90, 60),
          new ImpedanceWindow(600, 3000, 150, 3000),
          new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26));

  private double celsius = 37;

  @Override
  public void advance(double seconds, double watts) {
    celsius += KELVIN_PER_JOULE * seconds * watts;
  }

  @Override
  public double tipCelsius() {
    return celsius;
  }

  @Override
  public double tissuePeakCelsius() {
    return celsius + 2;
  }

  @Override
  public double impedanceOhms() {
    return 1000;
  }

  @Override
  public void perfuse(double perfusionWattsPerCubicMetreKelvin) {
    celsius -= perfusionWattsPerCubicMetreKelvin * 1e-4;
  }

  @Override
  public void place(TipPosition from, TipPosition to) {
    celsius = 40 + to.alongMillimetres() - from.alongMillimetres() - 1;
  }
}
