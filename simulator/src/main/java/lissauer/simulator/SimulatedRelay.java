package lissauer.simulator;

import lissauer.hal.RfRelay;

/** A relay with an auxiliary contact that follows its drive after a while. */
public final class SimulatedRelay implements RfRelay {
  private final SimulatedClock clock;
  private final long travelNanos;
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

  private void settle() {
    if (contact != driven) {
      contact = driven;
      onChange.run();
    }
  }
}
