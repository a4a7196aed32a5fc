package lissauer.simulator;

import java.util.EnumSet;
import java.util.Set;
import lissauer.hal.RfRelay;
import lissauer.simulator.fault.ContactFault;

/** A relay with an auxiliary contact that follows its drive after a while. */
public final class SimulatedRelay implements RfRelay {
  private final SimulatedClock clock;
  private final long travelNanos;
  private final Set<ContactFault> faults = EnumSet.noneOf(ContactFault.class);
  private boolean driven;
  private boolean contact;
  private Runnable onChange = () -> {};

  SimulatedRelay(SimulatedClock clock, double travelSeconds) {
    this.clock = clock;
    this.travelNanos = Math.round(travelSeconds * 1e9);
  }

  /** What to do whenever the contact has opened or closed; one at a time. */
  public void onChange(Runnable action) {
    onChange = action;
  }

  @Override
  public void drive(boolean closed) {
    if (closed == driven) {
      return;
    }
    driven = closed;
    clock.at(clock.nanos() + travelNanos, this::settle);
  }

  @Override
  public boolean closed() {
    return contact;
  }

  /** Breaks its contact or mends it, now. */
  void set(ContactFault fault, boolean present) {
    if (present) {
      faults.add(fault);
    } else {
      faults.remove(fault);
    }
    settle();
  }

  private void settle() {
    boolean welded = contact && faults.contains(ContactFault.WELDED);
    boolean next = (driven || welded) && !faults.contains(ContactFault.NEVER_CLOSES);
    if (contact != next) {
      contact = next;
      onChange.run();
    }
  }
}
