package lissauer.simulator.tissue;

import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.hal.console.VirtualTip;

/** A tip of a campaign on the full model. */
public final class FullTip implements VirtualTip {
  private final FullRowPlant plant;

  /** A cold tip in fresh tissue that it touches all around. */
  public FullTip(TipGeometry geometry, Tissue tissue) {
    this.plant = new FullRowPlant(geometry, tissue, Contact.FULL, Resolution.STANDARD);
  }

  @Override
  public void advance(double seconds, double watts) {
    plant.advance(seconds, watts);
  }

  @Override
  public double tipCelsius() {
    return plant.tipCelsius();
  }

  @Override
  public double tissuePeakCelsius() {
    return plant.peakCelsius();
  }

  @Override
  public double impedanceOhms() {
    return plant.impedanceOhms();
  }

  @Override
  public void perfuse(double perfusionWattsPerCubicMetreKelvin) {
    plant.perfuse(perfusionWattsPerCubicMetreKelvin);
  }

  @Override
  public void place(TipPosition from, TipPosition to) {
    plant.place(from, to);
  }
}
