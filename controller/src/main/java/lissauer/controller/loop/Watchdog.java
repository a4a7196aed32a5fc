package lissauer.controller.loop;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import lissauer.hal.RigClock;

/**
 * Stands beside the loop, with its own reading of the time, and keeps the relay's heartbeat going
 * only while ticks come in time. A loop that stands still, is late or runs wild loses its relay,
 * whatever it believes itself.
 *
 * <p>It can only take RF away. Where a rig has a heartbeat line, that alone opens the relay within
 * 300 ms of the last beat, even when this process is frozen. Where it has none, the relay is told
 * to open once the loop has been late for as long as a gap may be; the generator's own lease does
 * not wait for that either.
 */
public final class Watchdog implements Consumer<Tick>, AutoCloseable {
  /** Twice as often as a charge pump asks for. */
  private static final long BEAT_NANOS = 50_000_000;

  /** Ticks that may be missed before the beat stops. */
  private static final int LATE_TICKS = 3;

  /** Ticks more than due in one beat: a loop that does not wait for its time. */
  private static final int WILD_TICKS = 10;

  private final Rig rig;
  private final long tickNanos;
  private final long gapNanos;
  private final AtomicLong ticks = new AtomicLong();
  private final AtomicLong seenNanos = new AtomicLong();
  private final RigClock.Beside beside;
  private volatile boolean relayWanted;
  private long ticksBefore;
  private boolean told;

  /**
   * Starts watching; nothing beats before the first tick.
   *
   * @param gapSeconds longest pause of the loop with RF on
   */
  public Watchdog(Rig rig, long tickNanos, double gapSeconds) {
    this.rig = rig;
    this.tickNanos = tickNanos;
    this.gapNanos = Math.round(gapSeconds * 1e9);
    this.beside = rig.clock().every("watchdog", BEAT_NANOS, this::look);
  }

  /** The loop's sign of life, from the loop's thread. */
  @Override
  public void accept(Tick tick) {
    seenNanos.set(rig.clock().nanos());
    relayWanted = tick.decision().relayClosed();
    ticks.incrementAndGet();
  }

  private void look() {
    long now = ticks.get();
    long came = now - ticksBefore;
    ticksBefore = now;
    long silentNanos = rig.clock().nanos() - seenNanos.get();
    boolean wild = came > BEAT_NANOS / tickNanos + WILD_TICKS;
    if (now > 0 && silentNanos <= LATE_TICKS * tickNanos && !wild) {
      told = false;
      act(() -> rig.heartbeat().beat());
    } else if ((silentNanos > gapNanos || wild) && relayWanted && !told) {
      told = true;
      act(() -> rig.relay().drive(false));
    }
  }

  /** What a device says to this is not believed anyway: the loop finds its relay open. */
  private static void act(Act act) {
    try {
      act.run();
    } catch (DeviceException e) {
      System.err.println("watchdog: " + e.device() + ": " + e.getMessage());
    }
  }

  @FunctionalInterface
  private interface Act {
    void run() throws DeviceException;
  }

  @Override
  public void close() {
    beside.close();
  }
}
