package lissauer.controller.plan;

import lissauer.controller.safety.SelfTest;
import lissauer.controller.safety.Trip;

/**
 * Where a row stands.
 *
 * <p>{@code site} counts from 0 here; people see {@link Site#number}. {@code sinceNanos} is the
 * tick at which the phase began.
 */
public sealed interface Phase {
  /** When this phase began. */
  long sinceNanos();

  /** The site that this phase is about; 0 before the first. */
  default int site() {
    return 0;
  }

  /** Nothing has happened yet. */
  record Idle(long sinceNanos) implements Phase {}

  /**
   * The rig shows that it is fit to heat.
   *
   * @param site where the row begins, or goes on
   */
  record SelfTesting(int site, long sinceNanos, SelfTest.Stage stage) implements Phase {}

  /** The tip goes to its site, with RF off and the relay open. */
  record Positioning(int site, long sinceNanos) implements Phase {}

  /**
   * The impedance must show the tip in tissue before anything is heated.
   *
   * @param goodSinceNanos since when it does, or {@link Long#MAX_VALUE} while it does not
   */
  record ContactCheck(int site, long sinceNanos, long goodSinceNanos) implements Phase {}

  /** A weak pulse, and a rest after it, from which the law learns how this tissue heats. */
  record Probe(int site, long sinceNanos) implements Phase {}

  /**
   * The reference climbs to the set temperature.
   *
   * @param fromCelsius tip temperature when the ramp began
   */
  record Ramp(int site, long sinceNanos, double fromCelsius) implements Phase {}

  /** The program's time runs. */
  record Hold(int site, long sinceNanos) implements Phase {}

  /** RF is off; the tip cools in place. */
  record Cool(int site, long sinceNanos) implements Phase {}

  /** One site is complete; lasts until the relay reads open. */
  record SiteDone(int site, long sinceNanos) implements Phase {}

  /** Every site is complete. */
  record RowDone(int site, long sinceNanos) implements Phase {}

  /**
   * RF is cut and stays cut until the cause is gone and an operator acknowledges it.
   *
   * @param locked nothing that anybody acknowledges leads on from here: the rig failed its self
   *     test, or this was one trip too many
   */
  record Tripped(int site, long sinceNanos, Trip trip, boolean locked) implements Phase {}

  /** Name in records, displays and telemetry. */
  default String label() {
    return switch (this) {
      case Idle _ -> "idle";
      case SelfTesting _ -> "self test";
      case Positioning _ -> "positioning";
      case ContactCheck _ -> "contact check";
      case Probe _ -> "probe";
      case Ramp _ -> "ramp";
      case Hold _ -> "hold";
      case Cool _ -> "cool";
      case SiteDone _ -> "site done";
      case RowDone _ -> "row done";
      case Tripped tripped -> tripped.locked() ? "locked out" : "tripped";
    };
  }

  /** Whether the relay is driven closed: only where RF may be wanted or impedance is measured. */
  default boolean relayClosed() {
    return switch (this) {
      case SelfTesting test -> test.stage() == SelfTest.Stage.CLOSED;
      case ContactCheck _, Probe _, Ramp _, Hold _, Cool _ -> true;
      case Idle _, Positioning _, SiteDone _, RowDone _, Tripped _ -> false;
    };
  }

  /** Whether RF may be on at all. */
  default boolean heats() {
    return switch (this) {
      case Probe _, Ramp _, Hold _ -> true;
      case Idle _, SelfTesting _, Positioning _, ContactCheck _ -> false;
      case Cool _, SiteDone _, RowDone _, Tripped _ -> false;
    };
  }

  /** Whether the tip is at its site and stays there. */
  default boolean placed() {
    return switch (this) {
      case ContactCheck _, Probe _, Ramp _, Hold _, Cool _ -> true;
      case Idle _, SelfTesting _, Positioning _, SiteDone _, RowDone _, Tripped _ -> false;
    };
  }

  /** Whether the row has ended, well or not. */
  default boolean ended() {
    return this instanceof RowDone || this instanceof Tripped;
  }
}
