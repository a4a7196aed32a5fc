package lissauer.controller.campaign;

import lissauer.controller.control.Ladder;
import lissauer.controller.control.Probe;
import lissauer.controller.control.TemperatureLaw;
import lissauer.controller.control.TemperatureMemory;
import lissauer.controller.plan.Sequencer;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/** The law of this product in a comparison: a probe, then as the sequencer lets it ramp. */
public final class ProbedLaw implements Contender {
  private final Ladder ladder;

  /** The law with what the electrode's file says of it. */
  public ProbedLaw(Ladder ladder) {
    this.ladder = ladder;
  }

  @Override
  public String name() {
    return "Lissauer";
  }

  @Override
  public Controller start(Task task) {
    return new OnSite(ladder, task, null);
  }

  @Override
  public Controller next(Controller before, Task task) {
    return new OnSite(ladder, task, ((OnSite) before).memory);
  }

  private static final class OnSite implements Controller {
    private final Task task;
    private final TemperatureLaw law;
    private final double probeWatts;
    private final @Nullable TemperatureMemory before;
    private @Nullable TemperatureMemory memory;
    private long begunNanos;
    private long rampNanos = Long.MAX_VALUE;
    private double fromCelsius;

    OnSite(Ladder ladder, Task task, @Nullable TemperatureMemory before) {
      this.task = task;
      this.before = before;
      this.law =
          new TemperatureLaw(ladder, task.limitWatts(), Math.round(task.tickSeconds() * 1e9));
      this.probeWatts = Probe.powerWatts(ladder, Sequencer.PROBE_PULSE_SECONDS, task.limitWatts());
    }

    @Override
    public double watts(long nowNanos, TemperatureSample sample, RfReading reading) {
      TemperatureMemory last = memory;
      if (last == null) {
        begunNanos = nowNanos;
        last =
            before == null
                ? TemperatureMemory.restingAt(sample.tipCelsius())
                : law.elsewhere(before, sample, reading);
      }
      double probing = (nowNanos - begunNanos) * 1e-9;
      if (before == null && probing < Sequencer.PROBE_SECONDS - task.tickSeconds() / 2) {
        boolean pulse = probing < Sequencer.PROBE_PULSE_SECONDS - task.tickSeconds() / 2;
        memory = law.probing(last, nowNanos, sample, reading, pulse ? probeWatts : 0);
        return memory.powerWatts();
      }
      if (rampNanos == Long.MAX_VALUE) {
        rampNanos = nowNanos;
        fromCelsius = sample.tipCelsius();
        last = before == null ? law.identified(last) : last;
      }
      memory = law.step(last, nowNanos, sample, reading, aim(nowNanos), task.limitWatts());
      return memory.powerWatts();
    }

    private TemperatureLaw.Aim aim(long nowNanos) {
      double set = task.setCelsius();
      double seconds = (nowNanos - rampNanos) * 1e-9;
      double slope = (set - fromCelsius) / task.rampSeconds();
      return seconds < task.rampSeconds()
          ? new TemperatureLaw.Aim(fromCelsius + slope * seconds, slope, set)
          : new TemperatureLaw.Aim(set, 0, set);
    }

    @Override
    public boolean ramping() {
      return rampNanos != Long.MAX_VALUE;
    }

    @Override
    public void rest(long nowNanos, TemperatureSample sample, RfReading reading) {
      if (memory != null) {
        memory = law.step(memory, nowNanos, sample, reading, null, 0);
      }
    }
  }
}
