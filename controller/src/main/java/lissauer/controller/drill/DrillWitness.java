package lissauer.controller.drill;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.Trip;
import lissauer.hal.console.RigTruth;
import org.jspecify.annotations.Nullable;

/**
 * Watches one row: when the fault came, when RF first flowed after it, when and why RF was cut.
 *
 * <p>RF counts as cut with the tick that decides so. A loop that stood still decides nothing
 * meanwhile; whatever cut RF in that time is judged by when power ended.
 */
final class DrillWitness implements Consumer<Tick> {
  private static final long STOOD_STILL_NANOS = 100_000_000;

  private final Supplier<RigTruth> truth;
  private long onsetNanos = Long.MAX_VALUE;
  private long exposedNanos = Long.MAX_VALUE;
  private long cutNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private @Nullable Trip trip;

  DrillWitness(Supplier<RigTruth> truth) {
    this.truth = truth;
  }

  @Override
  public void accept(Tick tick) {
    if (trip != null) {
      return;
    }
    if (exposedNanos == Long.MAX_VALUE) {
      lookForTheFault(tick);
    }
    if (tick.phase() instanceof Phase.Tripped tripped) {
      trip = tripped.trip();
      boolean stoodStill = tick.atNanos() - lastNanos > STOOD_STILL_NANOS;
      cutNanos = stoodStill ? Math.min(tick.atNanos(), truth.get().heatedNanos()) : tick.atNanos();
    }
    lastNanos = tick.atNanos();
  }

  private void lookForTheFault(Tick tick) {
    RigTruth now = truth.get();
    if (now.faults().isEmpty()) {
      return;
    }
    onsetNanos = now.faults().getFirst().atNanos();
    if (now.heatedNanos() >= onsetNanos) {
      exposedNanos = Math.max(onsetNanos, lastNanos);
    } else if (tick.decision().command().on()) {
      exposedNanos = tick.atNanos();
    }
  }

  /**
   * What became of it.
   *
   * @param after the truth at the end
   */
  Drilled drilled(long seed, RigTruth after) {
    Trip why = trip;
    boolean came = onsetNanos < Long.MAX_VALUE;
    boolean afterwards = came && why != null && cutNanos >= onsetNanos;
    // A row that is refused before any RF has reacted in no time.
    long fromNanos = Math.min(exposedNanos, cutNanos);
    return new Drilled(
        seed,
        Optional.ofNullable(why).map(cause -> cause.getClass().getSimpleName()),
        why == null ? "" : why.what(),
        came,
        afterwards ? (cutNanos - fromNanos) * 1e-9 : Double.NaN,
        afterwards ? (Math.max(after.heatedNanos(), fromNanos) - fromNanos) * 1e-9 : Double.NaN,
        after.afterJoules(),
        after.afterPeakCelsius());
  }
}
