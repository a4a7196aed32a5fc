package lissauer.simulator.cartesian;

import lissauer.simulator.cartesian.Electrode.Part;

/**
 * Temperature above base, in K, stepped by backward Euler. A step is split into what happens
 * without power and the response to 1 W, so that power can be set after the solve. Base temperature
 * on the whole box, the shaft's top included.
 */
final class HeatField {
  private static final double TOLERANCE = 1e-8;

  private final Mesh mesh;
  private final Medium medium;
  private final Solver solver;

  /** Conduction and losses, W/K; and the same plus storage over time. */
  private final Stencil conduction;

  private final Stencil step;

  /** Heat to the box and to blood, W/K per cell. */
  private final double[] loss;

  /** Storage, J/K per cell. */
  private final double[] capacity;

  private final double[] warmth;
  private final double[] older;
  private final double[] response;
  private final double[] right;
  private double seconds;
  private double olderSeconds;
  private double lastWatts;
  private double worstImbalance;

  HeatField(Mesh mesh, Medium medium) {
    this.mesh = mesh;
    this.medium = medium;
    solver = new Solver(mesh);
    conduction = new Stencil(mesh);
    step = new Stencil(mesh);
    loss = mesh.field();
    capacity = mesh.field();
    warmth = mesh.field();
    older = mesh.field();
    response = mesh.field();
    right = mesh.field();
  }

  /** Temperature above base at each cell, K. */
  double[] warmth() {
    return warmth;
  }

  /** Worst heat balance of a step: what is missing over all heat that any cell took or gave. */
  double imbalanceRatio() {
    return worstImbalance;
  }

  /**
   * Sets what is where. Every cell keeps its temperature, since electrode and tissue that trade
   * places touch; what that adds to the stored heat is returned, in J of the half space.
   */
  double place(Part[] parts) {
    double joules = 0;
    double[] conductivity = right;
    for (int c = mesh.first; c < mesh.end; c++) {
      double was = capacity[c];
      capacity[c] = 1e-9 * storage(parts[c]) * mesh.volume[c];
      joules += (capacity[c] - was) * warmth[c];
      conductivity[c] = 1e-3 * conductivity(parts[c]);
    }
    conduction.clear();
    for (int direction = 0; direction < 3; direction++) {
      joinAll(direction, conductivity);
    }
    double perfusion = 1e-9 * medium.perfusionWattsPerCubicMetreKelvin();
    for (int c = mesh.first; c < mesh.end; c++) {
      if (parts[c] == Part.TISSUE) {
        loss[c] += perfusion * mesh.volume[c];
      }
      conduction.diagonal[c] += loss[c];
    }
    step.copyCouplings(conduction);
    seconds = 0;
    return joules;
  }

  private void joinAll(int direction, double[] conductivity) {
    double[] half = mesh.half[direction];
    for (int c = mesh.first; c < mesh.end; c++) {
      double own = half[c] / conductivity[c];
      if (direction == 0) {
        loss[c] = 0;
      }
      if (mesh.position(direction, c) > 0) {
        int below = c - mesh.stride[direction];
        conduction.join(direction, c, 1 / (own + half[below] / conductivity[below]));
      } else if (direction != 1) {
        loss[c] += 1 / own;
      }
      if (mesh.isLast(direction, c)) {
        loss[c] += 1 / own;
      }
    }
  }

  private double conductivity(Part part) {
    return switch (part) {
      case TISSUE -> medium.heatWattsPerMetreKelvin();
      case TIP, STEEL -> Medium.STEEL_WATTS_PER_METRE_KELVIN * Electrode.SECTION_RATIO;
      case INSULATION -> Medium.INSULATION_WATTS_PER_METRE_KELVIN * Electrode.WALL_RATIO;
    };
  }

  private double storage(Part part) {
    return switch (part) {
      case TISSUE -> medium.storageJoulesPerCubicMetreKelvin();
      case TIP, STEEL -> Medium.STEEL_JOULES_PER_CUBIC_METRE_KELVIN * Electrode.SECTION_RATIO;
      case INSULATION -> Medium.INSULATION_JOULES_PER_CUBIC_METRE_KELVIN * Electrode.SECTION_RATIO;
    };
  }

  /** Sets the length of the steps to come. */
  void pace(double stepSeconds) {
    if (stepSeconds == seconds) {
      return;
    }
    seconds = stepSeconds;
    for (int c = mesh.first; c < mesh.end; c++) {
      step.diagonal[c] = conduction.diagonal[c] + capacity[c] / seconds;
    }
    solver.factor(step);
  }

  /**
   * Finds the response to 1 W spread by a pattern; call it after every change of pace or pattern.
   */
  void respond(double[] pattern) {
    solver.solve(step, pattern, response, TOLERANCE);
  }

  /** One step without power. */
  void cool() {
    prepare(0);
    solver.solve(step, right, warmth, TOLERANCE);
    finish(0);
  }

  /**
   * One step with the power that brings the sensor to a temperature.
   *
   * @param aboveBase wanted at the sensor at the end of the step, K
   * @return power into the half space, W; not below 0
   */
  double heat(Sensor sensor, double aboveBase) {
    prepare(lastWatts);
    solver.solve(step, right, warmth, TOLERANCE);
    double watts = Math.max(0, (aboveBase - sensor.read(warmth)) / sensor.read(response));
    for (int c = mesh.first; c < mesh.end; c++) {
      warmth[c] += watts * response[c];
    }
    finish(watts);
    return watts;
  }

  /** Right side, and in {@link #warmth} a guess: the last change goes on, less what power does. */
  private void prepare(double watts) {
    double on = olderSeconds > 0 && (watts > 0) == (lastWatts > 0) ? seconds / olderSeconds : 0;
    for (int c = mesh.first; c < mesh.end; c++) {
      double now = warmth[c];
      right[c] = now * capacity[c] / seconds;
      warmth[c] = now + on * (now - older[c]) - watts * response[c];
      older[c] = now;
    }
  }

  private void finish(double watts) {
    double gross = 0;
    double stored = 0;
    double lost = 0;
    for (int c = mesh.first; c < mesh.end; c++) {
      double change = capacity[c] * (warmth[c] - older[c]);
      stored += change;
      gross += Math.abs(change);
      lost += loss[c] * warmth[c];
    }
    double missing = watts * seconds - stored - lost * seconds;
    worstImbalance = Math.max(worstImbalance, Math.abs(missing) / gross);
    olderSeconds = seconds;
    lastWatts = watts;
  }
}
