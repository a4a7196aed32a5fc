package lissauer.simulator.tissue;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.TipGeometry;

/** Electrodes, tissues and meshes that several tests share. Numbers are those of the reference. */
final class Setups {
  static final double SIGMA = 0.15;
  static final double CONDUCTION = 0.51;
  static final double CAPACITY = 1075 * 3630.0;

  /** The electrode of the reference: 0.25 mm by 2 mm, with a shoulder. */
  static final TipGeometry DREZ = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);

  /** Stands for any shape whose mesh is given apart; its thermocouple is at 1 mm. */
  static final TipGeometry ANY =
      new TipGeometry(1, 2, Double.POSITIVE_INFINITY, 0.05, 2, 1, 25, 24, 26);

  /** Metal without mass, polymer that lets no heat through. */
  static final Substances MASSLESS = metal(1e4, 1);

  private static final double FAR_METRES = 100;

  private Setups() {}

  static Tissue tissue(double conductivityPerKelvin, double perfusion) {
    return new Tissue(
        37, SIGMA, conductivityPerKelvin, 0, CONDUCTION, CAPACITY, perfusion, false, 0);
  }

  static Substances metal(double conduction, double capacity) {
    Substances usual = Substances.USUAL;
    return new Substances(
        new Substances.Heat(conduction, capacity),
        new Substances.Heat(1e-9, 1),
        usual.fluid(),
        usual.air());
  }

  /** A metal sphere of 1 mm in tissue that has no end for a millimetre's sake: 100 m. */
  static Mesh sphere(double smallestMillimetres, double growth) {
    return shell(smallestMillimetres, growth, FAR_METRES * 1e3);
  }

  /** A metal sphere of 1 mm in a shell of tissue. */
  static Mesh shell(double smallestMillimetres, double growth, double outerMillimetres) {
    double[] faces = growing(1, smallestMillimetres, growth, outerMillimetres);
    return Mesh.shells(faces, (radius, height) -> radius < 1e-3 ? Material.METAL : Material.TISSUE);
  }

  /** Faces in metres: two cells of metal, then cells that grow with the distance from it. */
  static double[] growing(double metal, double smallest, double growth, double outer) {
    List<Double> faces = new ArrayList<>(List.of(0.0, metal / 2, metal));
    double at = metal;
    while (at < outer) {
      at += smallest + growth * (at - metal);
      faces.add(Math.min(at, outer));
    }
    return faces.stream().mapToDouble(x -> x * 1e-3).toArray();
  }

  /** Lets time pass with steps that grow with the time since the start of the model. */
  static void energise(FullModel model, double voltsRms, double untilSeconds) {
    while (model.seconds() < untilSeconds - 1e-9) {
      model.energise(step(model.seconds(), untilSeconds), voltsRms);
    }
  }

  /** The same for a thermocouple that is held at a temperature. */
  static void clamp(FullModel model, double celsius, double untilSeconds) {
    while (model.seconds() < untilSeconds - 1e-9) {
      model.follow(step(model.seconds(), untilSeconds), celsius, celsius);
    }
  }

  static double step(double sinceSeconds, double untilSeconds) {
    double step = 1.0 / 2048;
    while (2 * step <= 0.05 * sinceSeconds) {
      step *= 2;
    }
    return Math.min(step, untilSeconds - sinceSeconds);
  }

  /** Steps so long that only the steady state is left. */
  static void settle(FullModel model, double voltsRms) {
    for (int i = 0; i < 4; i++) {
      model.energise(1e9, voltsRms);
    }
  }
}
