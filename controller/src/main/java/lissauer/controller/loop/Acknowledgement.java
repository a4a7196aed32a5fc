package lissauer.controller.loop;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes what an operator acknowledges, from any thread, to the loop.
 *
 * @see lissauer.controller.safety.Inputs#acknowledged()
 */
public final class Acknowledgement {
  private final boolean awaited;
  private final AtomicReference<@Nullable String> given = new AtomicReference<>();

  private Acknowledgement(boolean awaited) {
    this.awaited = awaited;
  }

  /** Nobody is there to acknowledge anything: a row ends with its first trip. */
  public static Acknowledgement never() {
    return new Acknowledgement(false);
  }

  /** After a trip the loop stays, with RF off, until somebody acknowledges it. */
  public static Acknowledgement awaited() {
    return new Acknowledgement(true);
  }

  /** Acknowledges the trip of this name; in vain when another one is latched, or none. */
  public void give(String trip) {
    given.set(trip);
  }

  boolean isAwaited() {
    return awaited;
  }

  /** What was given since it was last asked. */
  @Nullable String take() {
    return given.getAndSet(null);
  }
}
