package lissauer.simulator.device.pi;

import java.util.function.LongSupplier;
import lissauer.hal.RigClock;

/** A relay whose contacts follow its coil after a while, if the coil is fed and driven. */
public final class CoilRelay {
  private final RigClock clock;
  private final LongSupplier fedUntilNanos;
  private final long travelNanos;
  private boolean driven;
  private boolean coil;
  private boolean contactBefore;
  private boolean welded;
  private long sinceNanos;

  /** An open relay whose coil is fed by a charge pump. */
  public CoilRelay(RigClock clock, ChargePump pump, double travelSeconds) {
    this(clock, pump::fedUntilNanos, travelSeconds);
    pump.onChange(this::advance);
  }

  /** An open relay whose coil has a supply of its own. */
  public CoilRelay(RigClock clock, double travelSeconds) {
    this(clock, () -> Long.MAX_VALUE, travelSeconds);
  }

  private CoilRelay(RigClock clock, LongSupplier fedUntilNanos, double travelSeconds) {
    this.clock = clock;
    this.fedUntilNanos = fedUntilNanos;
    this.travelNanos = Math.round(travelSeconds * 1e9);
    this.sinceNanos = clock.nanos() - travelNanos;
  }

  /** The drive line is high or low from now on. */
  public void drive(boolean high) {
    advance();
    driven = high;
    advance();
  }

  /**
   * Fuses the contact: once closed it stays so, and a forcibly guided auxiliary contact shows it.
   */
  public void weld() {
    welded = true;
  }

  /** Whether the RF contact is closed. */
  public boolean closed() {
    advance();
    boolean moved = clock.nanos() - sinceNanos >= travelNanos;
    boolean closed = moved ? coil : contactBefore;
    return closed || (welded && contactBefore);
  }

  /** The coil lets go when its supply runs out, not when somebody looks. */
  private void advance() {
    long now = clock.nanos();
    long until = fedUntilNanos.getAsLong();
    boolean on = driven && now < until;
    if (on != coil) {
      boolean ranOut = !on && driven && until > sinceNanos;
      long at = ranOut ? until : now;
      contactBefore = at - sinceNanos >= travelNanos ? coil : contactBefore;
      sinceNanos = at;
      coil = on;
    }
  }
}
