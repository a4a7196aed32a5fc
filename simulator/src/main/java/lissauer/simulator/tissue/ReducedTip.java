package lissauer.simulator.tissue;

import java.util.Random;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.hal.console.VirtualTip;

/** A tip of a campaign on the reduced model, exact or with decays that are off. */
public final class ReducedTip implements VirtualTip {
  private static final int SIDE_PLACES = 14;

  private final ReducedBasis basis;
  private final TipGeometry geometry;
  private final double[] rateFactors;
  private final double[] sensor;
  private final RowPlant plant;
  private Tissue tissue;
  private double[][] hottest;

  /**
   * A cold tip in fresh tissue.
   *
   * @param offFraction each decay rate and each gain of the sensor is off by up to this fraction;
   *     what a change of perfusion leaves as it was
   */
  public ReducedTip(
      ReducedBasis basis, TipGeometry geometry, Tissue tissue, double offFraction, long seed) {
    this.basis = basis;
    this.geometry = geometry;
    this.tissue = tissue;
    ReducedModel exact = new ReducedModel(basis, tissue);
    Random random = new Random(seed);
    rateFactors = new double[exact.size()];
    double[] gains = new double[exact.size()];
    for (int i = 0; i < gains.length; i++) {
      rateFactors[i] = 1 + offFraction * (2 * random.nextDouble() - 1);
      gains[i] = exact.sensor[i] * (1 + offFraction * (2 * random.nextDouble() - 1));
    }
    sensor = exact.ofShapes(gains);
    ReducedModel model = exact.off(rateFactors, sensor);
    plant = new RowPlant(model, geometry);
    hottest = places(model);
  }

  /**
   * Where tissue is hottest: next to the metal, whose current crowds at both ends of the bare part,
   * and just below it.
   */
  private double[][] places(ReducedModel model) {
    double radius = geometry.radiusMillimetres();
    double away = 0.08 * radius;
    double[][] places = new double[SIDE_PLACES + 3][];
    for (int i = 0; i < SIDE_PLACES; i++) {
      double share = 0.5 - 0.5 * StrictMath.cos(Math.PI * i / (SIDE_PLACES - 1));
      places[i] = model.at(radius + away, share * geometry.bareMillimetres());
    }
    places[SIDE_PLACES] = model.at(radius + away, -away);
    places[SIDE_PLACES + 1] = model.at(radius - away, -away);
    places[SIDE_PLACES + 2] = model.at(0, -away);
    return places;
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
    double most = 0;
    for (double[] place : hottest) {
      most = Math.max(most, plant.own().kelvin(place));
    }
    return tissue.baseCelsius() + most + plant.residualKelvin();
  }

  @Override
  public double impedanceOhms() {
    return plant.impedanceOhms();
  }

  @Override
  public void perfuse(double perfusionWattsPerCubicMetreKelvin) {
    tissue = tissue.withPerfusion(perfusionWattsPerCubicMetreKelvin);
    ReducedModel model = new ReducedModel(basis, tissue).off(rateFactors, sensor);
    plant.become(model);
    hottest = places(model);
  }

  @Override
  public void place(TipPosition from, TipPosition to) {
    plant.place(from, to);
  }
}
