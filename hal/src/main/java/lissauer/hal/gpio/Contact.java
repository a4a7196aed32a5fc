package lissauer.hal.gpio;

import com.pi4j.context.Context;
import java.util.concurrent.atomic.AtomicBoolean;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;

/**
 * A contact whose opening counts at once and whose closing counts when it has lasted.
 *
 * <p>The level is read at every tick; an opening too short to be seen so is remembered from the
 * edge that the provider reported, on whatever thread. What is neither high nor low is open.
 */
final class Contact implements AutoCloseable {
  private final InputLine line;
  private final ContactPin.Closes to;
  private final RigClock clock;
  private final long debounceNanos;
  private final AtomicBoolean opened = new AtomicBoolean();
  private volatile long edgeNanos = Long.MIN_VALUE;
  private boolean madeBefore;
  private long readNanos;
  private long changedNanos;

  private Contact(InputLine line, ContactPin.Closes to, RigClock clock, long debounceNanos) {
    this.line = line;
    this.to = to;
    this.clock = clock;
    this.debounceNanos = debounceNanos;
  }

  /** A contact found closed counts as closed from the beginning. */
  static Contact open(
      Context pi, RigClock clock, ContactPin at, double debounceSeconds, String device)
      throws DeviceException {
    InputLine line = InputLine.open(pi, at.pin(), at.to().pull(), device);
    Contact contact = new Contact(line, at.to(), clock, Math.round(debounceSeconds * 1e9));
    boolean toGround = at.to() == ContactPin.Closes.TO_GROUND;
    line.onLow(() -> contact.edge(!toGround));
    line.onHigh(() -> contact.edge(toGround));
    contact.madeBefore = contact.made();
    contact.readNanos = clock.nanos();
    contact.changedNanos = contact.readNanos - contact.debounceNanos;
    return contact;
  }

  boolean closed() throws DeviceException {
    boolean made = made();
    boolean wasOpen = opened.getAndSet(false);
    long now = clock.nanos();
    if (edgeNanos >= readNanos) {
      changedNanos = edgeNanos;
    } else if (made != madeBefore) {
      changedNanos = now;
    }
    madeBefore = made;
    readNanos = now;
    return made && !wasOpen && now - changedNanos >= debounceNanos;
  }

  private void edge(boolean opens) {
    edgeNanos = clock.nanos();
    if (opens) {
      opened.set(true);
    }
  }

  private boolean made() throws DeviceException {
    return to == ContactPin.Closes.TO_GROUND ? line.low() : line.high();
  }

  @Override
  public void close() {
    line.close();
  }
}
