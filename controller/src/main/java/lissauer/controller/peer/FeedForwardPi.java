package lissauer.controller.peer;

import java.util.Arrays;
import lissauer.controller.campaign.Controller;
import lissauer.controller.campaign.Task;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/**
 * A PI on the lagged sensor plus the nominal plant's own feed-forward, with the gains that keep the
 * sensitivity peak below 1.7 over tissue 30 % off and overshoot below 1 K (physics study, section
 * 4), each for its lag.
 *
 * <p>The error is against the reference as a sensor of that lag would show it.
 */
final class FeedForwardPi implements Controller {
  /** The study's ramps for "as fast as possible"; with steps it would overshoot. */
  private static final double[][] STUDY = {
    // lag s, Kp W/K, Ki W/K/s, shortest ramp s
    {0.05, 0.049, 0.144, 1.0}, {0.10, 0.037, 0.098, 1.5}, {0.15, 0.037, 0.067, 1.5}
  };

  /** Time constants in s and gains in K/W of the study's nominal plant, its dead time left out. */
  private static final double[][] MODES = {{0.220, 25.7}, {1.494, 63.8}, {13.28, 66.5}};

  private final Task task;
  private final Settings settings;
  private final double[] modes = new double[MODES.length];
  private @Nullable Reference reference;
  private double laggedCelsius;
  private double errorKelvin;
  private double correctionWatts;
  private long tickNanos;
  private long sampledNanos;

  /** One line of the study. */
  record Settings(
      double lagSeconds,
      double proportionalWattsPerKelvin,
      double integralWattsPerKelvinSecond,
      double shortestRampSeconds) {
    /** For the nearest lag of the study. */
    static Settings of(double lagSeconds) {
      double[] best =
          Arrays.stream(STUDY)
              .min((a, b) -> Double.compare(off(a, lagSeconds), off(b, lagSeconds)))
              .orElseThrow();
      return new Settings(lagSeconds, best[1], best[2], best[3]);
    }

    private static double off(double[] line, double lagSeconds) {
      return Math.abs(line[0] - lagSeconds);
    }

    /** The task with a ramp that this law can follow. */
    Task feasible(Task task) {
      return new Task(
          task.tickSeconds(),
          task.caps(),
          task.setCelsius(),
          Math.max(task.rampSeconds(), shortestRampSeconds),
          task.sensorLagSeconds(),
          task.conversionSeconds());
    }
  }

  FeedForwardPi(Settings settings, Task task) {
    this.settings = settings;
    this.task = settings.feasible(task);
  }

  @Override
  public double watts(long nowNanos, TemperatureSample sample, RfReading reading) {
    if (reference == null) {
      reference = Reference.of(task, sample.tipCelsius(), nowNanos);
      laggedCelsius = sample.tipCelsius();
      tickNanos = nowNanos;
      sampledNanos = sample.sampledNanos();
    }
    double seconds = (nowNanos - tickNanos) * 1e-9;
    tickNanos = nowNanos;
    double now = reference.celsius(nowNanos);
    double next = reference.celsius(nowNanos + Math.round(task.tickSeconds() * 1e9));
    laggedCelsius += (now - laggedCelsius) * (1 - StrictMath.exp(-seconds / settings.lagSeconds));
    double forward = forwardWatts(next - reference.startCelsius());
    double sampledSeconds = (sample.sampledNanos() - sampledNanos) * 1e-9;
    sampledNanos = sample.sampledNanos();
    errorKelvin = sampledSeconds > 0 ? laggedCelsius - sample.tipCelsius() : errorKelvin;
    double wanted = forward + settings.proportionalWattsPerKelvin * errorKelvin + correctionWatts;
    double watts = clamp(wanted);
    if ((wanted - watts) * errorKelvin <= 0) {
      correctionWatts += settings.integralWattsPerKelvinSecond * errorKelvin * sampledSeconds;
    }
    return watts;
  }

  private double clamp(double watts) {
    return Math.max(0, Math.min(task.limitWatts(), watts));
  }

  /** Power that takes the nominal plant to the reference of the next tick. */
  private double forwardWatts(double riseKelvin) {
    double left = 0;
    double lift = 0;
    for (int i = 0; i < modes.length; i++) {
      double keep = StrictMath.exp(-task.tickSeconds() / MODES[i][0]);
      left += modes[i] * keep;
      lift += MODES[i][1] * (1 - keep);
    }
    double watts = clamp((riseKelvin - left) / lift);
    for (int i = 0; i < modes.length; i++) {
      double settled = MODES[i][1] * watts;
      modes[i] = settled + (modes[i] - settled) * StrictMath.exp(-task.tickSeconds() / MODES[i][0]);
    }
    return watts;
  }
}
