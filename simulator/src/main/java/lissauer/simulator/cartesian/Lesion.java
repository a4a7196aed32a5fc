package lissauer.simulator.cartesian;

import java.util.Arrays;
import lissauer.simulator.cartesian.CartesianRow.Site;
import lissauer.simulator.cartesian.Electrode.Part;
import lissauer.simulator.cartesian.Program.Pace;

/** Makes one lesion after another in the same tissue. */
final class Lesion {
  private final CartesianRow setting;
  private final Mesh mesh;
  private final HeatField heat;
  private final CurrentField current;
  private final Damage damage;
  private final Part[] parts;

  /** Since RF on; and when the current field was last solved. */
  private double sinceOnSeconds;

  private double renewedSeconds;

  Lesion(CartesianRow setting, Mesh mesh) {
    this.setting = setting;
    this.mesh = mesh;
    heat = new HeatField(mesh, setting.medium());
    current = new CurrentField(mesh, setting.medium());
    damage = new Damage(mesh, setting.kinetics(), setting.medium().baseCelsius());
    parts = new Part[mesh.end];
    Arrays.fill(parts, Part.TISSUE);
  }

  double[] omega() {
    return damage.omega();
  }

  double imbalanceRatio() {
    return heat.imbalanceRatio();
  }

  /** Moves the electrode there and heats. */
  Site make(double xMillimetres) {
    double movedJoules = 2 * move(xMillimetres);
    Sensor sensor = new Sensor(mesh, xMillimetres);
    double base = setting.medium().baseCelsius();
    double startCelsius = base + sensor.read(heat.warmth());
    current.solve(parts, heat.warmth());
    double startOhms = current.ohms();
    sinceOnSeconds = 0;
    renewedSeconds = 0;
    double watts = 0;
    double peak = 0;
    double joules = 0;
    for (Pace pace : setting.program().heating(setting.fineness().stepRatio())) {
      heat.pace(pace.stepSeconds());
      heat.respond(current.pattern());
      for (int step = 0; step < pace.steps(); step++) {
        renew();
        sinceOnSeconds += pace.stepSeconds();
        double wanted = setting.program().wantedCelsius(startCelsius, sinceOnSeconds) - base;
        watts = 2 * heat.heat(sensor, wanted);
        damage.add(heat.warmth(), pace.stepSeconds());
        peak = Math.max(peak, watts);
        joules += watts * pace.stepSeconds();
      }
    }
    current.solve(parts, heat.warmth());
    return new Site(startCelsius, startOhms, current.ohms(), peak, watts, joules, movedJoules);
  }

  /** Watches for a while without RF. */
  void cool(double seconds) {
    for (Pace pace : Program.cooling(seconds, setting.fineness().stepRatio())) {
      heat.pace(pace.stepSeconds());
      for (int step = 0; step < pace.steps(); step++) {
        heat.cool();
        damage.add(heat.warmth(), pace.stepSeconds());
      }
    }
  }

  /** Solves the current field when it is old: it changes fast in the ramp and ever slower after. */
  private void renew() {
    double age = sinceOnSeconds - renewedSeconds;
    if (age > setting.fineness().stepRatio() * Math.clamp(0.15 * sinceOnSeconds, 0.0999, 1)) {
      current.solve(parts, heat.warmth());
      heat.respond(current.pattern());
      renewedSeconds = sinceOnSeconds;
    }
  }

  private double move(double xMillimetres) {
    for (int c = mesh.first, k = 0; k < mesh.z.cells(); k++) {
      for (int j = 0; j < mesh.y.cells(); j++) {
        for (int i = 0; i < mesh.x.cells(); i++, c++) {
          double radius =
              Electrode.radiusOfSquare(mesh.x.centre(i) - xMillimetres, mesh.y.centre(j));
          parts[c] = Electrode.partAt(radius, mesh.z.centre(k));
        }
      }
    }
    return heat.place(parts);
  }
}
