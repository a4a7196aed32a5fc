package lissauer.controller.loop;

import java.util.concurrent.atomic.AtomicReference;
import lissauer.controller.safety.StopSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running loop, from any thread, to cut RF at its next tick, and to leave it off until the
 * stop is acknowledged.
 */
public final class StopSwitch {
  private final AtomicReference<@Nullable StopSource> source = new AtomicReference<>();

  /** Asks for a stop; the first to ask is remembered. */
  public void press(StopSource by) {
    source.compareAndSet(null, by);
  }

  /** Forgets a stop that has been acknowledged, unless the run ends with it. */
  void release() {
    source.updateAndGet(by -> by == null || by.last() ? by : null);
  }

  /** Who asked, or null. */
  public @Nullable StopSource pressedBy() {
    return source.get();
  }
}
