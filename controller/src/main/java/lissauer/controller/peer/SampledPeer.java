package lissauer.controller.peer;

import lissauer.controller.campaign.Controller;
import lissauer.controller.campaign.Task;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/** A peer that decides when a sample comes that it has not seen, and holds its power between. */
final class SampledPeer implements Controller {
  private static final double ROUNDING_SECONDS = 1e-6;

  private final Task task;
  private final Law law;
  private final double periodSeconds;
  private final double delaySeconds;
  private @Nullable Reference reference;
  private long sampledNanos;
  private long dueNanos = Long.MAX_VALUE;
  private double decidedWatts;
  private double watts;

  /** What is decided from one sample. */
  @FunctionalInterface
  interface Law {
    /**
     * One decision.
     *
     * @param seconds since the decision before; 0 at the first
     * @param set what the tip should be at now, °C
     * @return power, in W
     */
    double decide(double seconds, double celsius, double set, RfReading reading);
  }

  /** Decides at every new sample. */
  SampledPeer(Task task, Law law) {
    this(task, law, 0, 0);
  }

  /**
   * Decides at its own period.
   *
   * @param delaySeconds after which a decision acts
   */
  SampledPeer(Task task, Law law, double periodSeconds, double delaySeconds) {
    this.task = task;
    this.law = law;
    this.periodSeconds = periodSeconds;
    this.delaySeconds = delaySeconds;
  }

  @Override
  public double watts(long nowNanos, TemperatureSample sample, RfReading reading) {
    act(nowNanos);
    double since = (sample.sampledNanos() - sampledNanos) * 1e-9;
    boolean first = reference == null;
    if (reference == null) {
      reference = Reference.of(task, sample.tipCelsius(), nowNanos);
    }
    if (first || (since > 0 && since >= periodSeconds - ROUNDING_SECONDS)) {
      sampledNanos = sample.sampledNanos();
      double set = reference.celsius(nowNanos);
      decidedWatts = law.decide(first ? 0 : since, sample.tipCelsius(), set, reading);
      dueNanos = nowNanos + Math.round(delaySeconds * 1e9);
      act(nowNanos);
    }
    return watts;
  }

  private void act(long nowNanos) {
    if (nowNanos >= dueNanos) {
      watts = Math.max(0, Math.min(task.limitWatts(), decidedWatts));
      dueNanos = Long.MAX_VALUE;
    }
  }
}
