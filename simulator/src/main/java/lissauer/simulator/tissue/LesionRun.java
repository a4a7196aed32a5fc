package lissauer.simulator.tissue;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.TipGeometry;

/**
 * Makes one lesion on the full model and keeps its trace. Steps are short after every sudden change
 * and grow with the time since then, as the field gets smoother.
 */
public final class LesionRun {
  private static final double SHORTEST_SECONDS = 0.0025;
  private static final double LONGEST_SECONDS = 0.1;
  private static final double GROWTH = 0.1;
  private static final double STEPS_OF_RAMP = 50;

  private final FullModel model;
  private final Drive drive;
  private final double coolSeconds;
  private final double shortestSeconds;
  private Runnable watcher = () -> {};
  private final List<TracePoint> trace = new ArrayList<>();

  /** A run that has not begun. */
  public LesionRun(FullModel model, Drive drive, double coolSeconds) {
    this.model = model;
    this.drive = drive;
    this.coolSeconds = coolSeconds;
    this.shortestSeconds =
        drive instanceof Drive.Clamp clamp ? clampStep(clamp, model) : SHORTEST_SECONDS;
    note(firstWatts());
  }

  /**
   * One moment of a lesion. Voltage, current and power are means over the step that ends here, and
   * in the first moment those with which a constant voltage or power begins.
   *
   * @param tipCelsius metal where the thermocouple sits, no lag
   * @param peakCelsius hottest tissue
   * @param halfCelsius tissue 0.5 mm from the axis at half height of the tip
   * @param oneCelsius the same at 1 mm
   * @param twoCelsius the same at 2 mm
   */
  public record TracePoint(
      double seconds,
      double voltsRms,
      double currentAmps,
      double powerWatts,
      double impedanceOhms,
      double tipCelsius,
      double peakCelsius,
      double halfCelsius,
      double oneCelsius,
      double twoCelsius) {}

  /** Calls after every step. */
  LesionRun watched(Runnable watcher) {
    this.watcher = watcher;
    return this;
  }

  /** Lets the RF time pass. */
  public LesionRun heat() {
    double ramp = drive instanceof Drive.Clamp clamp ? clamp.rampSeconds() : 0;
    advance(0, ramp, true);
    advance(ramp, drive.onSeconds(), false);
    return this;
  }

  /** Lets the tissue cool with RF off. */
  public LesionRun cool() {
    double from = drive.onSeconds();
    double end = from + coolSeconds;
    double at = from;
    while (at < end - 1e-9) {
      double step = step(at - from, end - at, SHORTEST_SECONDS);
      model.heat(step, 0);
      at += step;
      note(0);
    }
    return this;
  }

  /** The moments so far, the first at 0 s. */
  public List<TracePoint> trace() {
    return List.copyOf(trace);
  }

  private void advance(double from, double to, boolean ramp) {
    double base = model.sensorCelsius();
    double at = from;
    while (at < to - 1e-9) {
      double since = ramp ? 0 : at - from;
      double left = to - at;
      if (drive instanceof Drive.Bursts bursts) {
        since = bursts.sinceChangeSeconds(at);
        left = Math.min(left, bursts.toChangeSeconds(at));
      }
      double step = step(since, left, shortestSeconds);
      take(at, step, from == 0 ? base : Double.NaN);
      at += step;
      note(model.powerWatts());
    }
  }

  private void take(double at, double step, double base) {
    switch (drive) {
      case Drive.Voltage voltage -> model.energise(step, voltage.voltsRms());
      case Drive.Power power -> model.heat(step, power.powerWatts());
      case Drive.Clamp clamp -> {
        double from = Double.isNaN(base) ? clamp.setCelsius() : base;
        double middle = clamp.celsius(at + HeatEquation.GAMMA * step, from);
        model.follow(step, middle, clamp.celsius(at + step, from));
      }
      case Drive.Bursts bursts -> model.energise(step, bursts.on(at) ? bursts.voltsRms() : 0);
    }
  }

  /**
   * A clamp asks for power that is felt within the step, and has no sudden change but its start.
   */
  private static double clampStep(Drive.Clamp clamp, FullModel model) {
    double most =
        Math.max(
            metalSeconds(model.geometry()), Math.min(clamp.rampSeconds() / STEPS_OF_RAMP, 0.04));
    double step = SHORTEST_SECONDS;
    while (step < most * 0.999) {
      step *= 2;
    }
    return step;
  }

  /** The shortest step in which a heated surface is felt on the axis of the metal. */
  private static double metalSeconds(TipGeometry geometry) {
    double radius = geometry.radiusMillimetres() * 1e-3;
    return radius * radius / Substances.USUAL.metal().diffusivity();
  }

  /** The largest doubling of the shortest step that the time since the last change allows. */
  private static double step(double sinceSeconds, double leftSeconds, double shortestSeconds) {
    double step = shortestSeconds;
    while (step < LONGEST_SECONDS && 2 * step <= GROWTH * sinceSeconds) {
      step *= 2;
    }
    while (step > leftSeconds + 1e-9 && step > SHORTEST_SECONDS) {
      step /= 2;
    }
    return Math.min(step, leftSeconds);
  }

  private double firstWatts() {
    return switch (drive) {
      case Drive.Voltage voltage -> voltage.voltsRms() * voltage.voltsRms() / model.impedanceOhms();
      case Drive.Power power -> power.powerWatts();
      case Drive.Clamp _, Drive.Bursts _ -> 0;
    };
  }

  private void note(double power) {
    double ohms = model.impedanceOhms();
    double mid = model.geometry().bareMillimetres() / 2;
    trace.add(
        new TracePoint(
            model.seconds(),
            power > 0 ? Math.sqrt(power * ohms) : 0,
            Math.sqrt(power / ohms),
            power,
            ohms,
            model.sensorCelsius(),
            model.peakCelsius(),
            model.celsiusAt(0.5, mid),
            model.celsiusAt(1, mid),
            model.celsiusAt(2, mid)));
    watcher.run();
  }
}
