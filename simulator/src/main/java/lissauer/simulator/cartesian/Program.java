package lissauer.simulator.cartesian;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done at every site. The sensor rises from where it is to the target on half a cosine,
 * stays there, and RF goes off.
 *
 * @param targetCelsius of the sensor
 * @param rampSeconds of the rise
 * @param holdSeconds at the target, after the rise
 * @param coolSeconds watched after the last site
 */
public record Program(
    double targetCelsius, double rampSeconds, double holdSeconds, double coolSeconds) {
  /** Some steps of equal length. */
  record Pace(int steps, double stepSeconds) {}

  /** Refuses what heats nothing, or boils. */
  public Program {
    if (!(targetCelsius > 40
        && targetCelsius <= 95
        && rampSeconds > 0
        && holdSeconds >= 0
        && coolSeconds >= 0)) {
      throw new IllegalArgumentException("no lesion is made by " + this);
    }
  }

  /** 75 °C for 15 s after a ramp of 1 s, as case C_w0_T75_h15 of the reference, 30 s of cooling. */
  public static Program reference() {
    return new Program(75, 1, 15, 30);
  }

  /** Wanted temperature some time after RF on. */
  double wantedCelsius(double startCelsius, double sinceOnSeconds) {
    if (sinceOnSeconds >= rampSeconds) {
      return targetCelsius;
    }
    double share = (1 - StrictMath.cos(Math.PI * sinceOnSeconds / rampSeconds)) / 2;
    return startCelsius + share * (targetCelsius - startCelsius);
  }

  /** Steps from RF on to RF off. */
  List<Pace> heating(double stepRatio) {
    List<Pace> paces = new ArrayList<>();
    add(paces, rampSeconds, 0.02 * stepRatio);
    double early = Math.min(1, holdSeconds);
    add(paces, early, 0.05 * stepRatio);
    add(paces, holdSeconds - early, 0.1 * stepRatio);
    return paces;
  }

  /** Steps after RF off. */
  static List<Pace> cooling(double seconds, double stepRatio) {
    List<Pace> paces = new ArrayList<>();
    double[] until = {0.5, 1.5, 4, 10, Double.MAX_VALUE};
    double[] step = {0.02, 0.05, 0.1, 0.2, 0.5};
    double from = 0;
    for (int i = 0; i < until.length; i++) {
      double to = Math.min(seconds, until[i]);
      add(paces, to - from, step[i] * stepRatio);
      from = to;
    }
    return paces;
  }

  private static void add(List<Pace> paces, double seconds, double stepSeconds) {
    if (seconds > 1e-9) {
      int steps = (int) Math.max(1, Math.round(seconds / stepSeconds));
      paces.add(new Pace(steps, seconds / steps));
    }
  }
}
