package lissauer.simulator.tissue;

import java.util.Arrays;
import lissauer.hal.TipGeometry;

/**
 * The mesh around one electrode. Height 0 is the blunt end of the tip, the shaft points upwards;
 * faces lie on every edge of a material.
 */
final class ElectrodeMesh {
  private static final double METRES = 1e-3;
  private static final double SAME_MILLIMETRES = 1e-6;

  private final TipGeometry tip;
  private final Contact contact;
  private double[] r;
  private double[] cornersR;
  private double[] z;
  private double[] cornersZ;

  private ElectrodeMesh(TipGeometry tip, Contact contact) {
    this.tip = tip;
    this.contact = contact;
    double a = tip.radiusMillimetres();
    double edge = a + tip.insulationMillimetres();
    r = new double[] {0, a, edge, tip.boxMillimetres()};
    cornersR = new double[] {a, edge};
    z = new double[] {-tip.belowMillimetres(), 0, tip.bareMillimetres(), tip.aboveMillimetres()};
    cornersZ = new double[] {0, tip.bareMillimetres()};
  }

  static Mesh of(TipGeometry tip, Contact contact, Grading grading) {
    ElectrodeMesh plan = new ElectrodeMesh(tip, contact);
    plan.addShoulder();
    plan.addContact();
    return new Mesh(
        metres(grading.faces(plan.r, plan.cornersR)),
        metres(grading.faces(plan.z, plan.cornersZ)),
        plan::material,
        false);
  }

  private void addShoulder() {
    if (tip.shouldered()) {
      double sleeve = tip.shaftRadiusMillimetres() + tip.insulationMillimetres();
      double shoulder = tip.shoulderMillimetres();
      r = with(r, tip.shaftRadiusMillimetres(), sleeve);
      cornersR = with(cornersR, sleeve);
      z = with(z, shoulder, shoulder + tip.insulationMillimetres());
      cornersZ = with(cornersZ, shoulder);
    }
  }

  private void addContact() {
    if (contact.surfaced()) {
      z = with(z, contact.surfaceMillimetres());
      cornersZ = with(cornersZ, contact.surfaceMillimetres());
    }
    if (contact.filmed()) {
      double film = tip.radiusMillimetres() + contact.filmMillimetres();
      double from = (1 - contact.filmShare()) * tip.bareMillimetres();
      r = with(r, film);
      cornersR = with(cornersR, film);
      z = with(z, from);
      cornersZ = with(cornersZ, from);
    }
  }

  private Material material(double radius, double height) {
    double rMillimetres = radius / METRES;
    double zMillimetres = height / METRES;
    double a = tip.radiusMillimetres();
    double skin = tip.insulationMillimetres();
    double shoulder = tip.shouldered() ? tip.shoulderMillimetres() : Double.MAX_VALUE;
    if (zMillimetres > shoulder && rMillimetres < tip.shaftRadiusMillimetres() + skin) {
      boolean core = zMillimetres > shoulder + skin && rMillimetres < tip.shaftRadiusMillimetres();
      boolean neck = zMillimetres < shoulder + skin && rMillimetres < a;
      return core || neck ? Material.METAL : Material.INSULATION;
    }
    if (zMillimetres > 0 && rMillimetres < a) {
      return Material.METAL;
    }
    if (zMillimetres > tip.bareMillimetres() && rMillimetres < a + skin) {
      return Material.INSULATION;
    }
    return contact.around(rMillimetres - a, zMillimetres, tip.bareMillimetres());
  }

  /** Adds edges, but none that rounding alone sets apart from another. */
  private static double[] with(double[] values, double... more) {
    double[] all = Arrays.copyOf(values, values.length + more.length);
    System.arraycopy(more, 0, all, values.length, more.length);
    Arrays.sort(all);
    double[] apart = {all[0]};
    for (double edge : all) {
      if (edge - apart[apart.length - 1] > SAME_MILLIMETRES) {
        apart = Arrays.copyOf(apart, apart.length + 1);
        apart[apart.length - 1] = edge;
      }
    }
    return apart;
  }

  private static double[] metres(double[] millimetres) {
    return Arrays.stream(millimetres).map(x -> x * METRES).toArray();
  }
}
