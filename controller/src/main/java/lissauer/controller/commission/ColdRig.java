package lissauer.controller.commission;

import java.util.concurrent.atomic.AtomicReference;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.Rig;
import lissauer.hal.RigSample;
import org.jspecify.annotations.Nullable;

/**
 * A rig that is kept alive, tick by tick, with RF off: every command that leaves here is {@link
 * RfCommand#OFF}, whatever a step wants. Its relay may be closed, to show that it opens.
 */
final class ColdRig {
  private final Rig rig;
  private final long tickNanos;
  private final AtomicReference<@Nullable String> ended = new AtomicReference<>();
  private long dueNanos;

  /** One tick's readings. */
  record Look(long atNanos, RigSample sample, RfReading rf) {
    double tipCelsius() {
      return sample.temperature().tipCelsius();
    }
  }

  ColdRig(Rig rig, long tickNanos) {
    this.rig = rig;
    this.tickNanos = tickNanos;
    this.dueNanos = rig.clock().nanos();
  }

  /** Ends the walk at the next tick, from any thread. */
  void end(String why) {
    ended.compareAndSet(null, why);
  }

  /**
   * Waits for the next tick, keeps the output off and reads everything.
   *
   * @throws Aborted when somebody has ended the walk
   */
  Look tick() throws DeviceException, Aborted {
    String why = ended.get();
    if (why != null) {
      throw new Aborted(why);
    }
    rig.clock().sleepUntil(dueNanos);
    dueNanos = Math.max(dueNanos + tickNanos, rig.clock().nanos());
    RigSample sample = rig.read();
    rig.heartbeat().beat();
    RfReading rf = rig.generator().exchange(RfCommand.OFF);
    return new Look(rig.clock().nanos(), sample, rf);
  }

  void relay(boolean closed) throws DeviceException {
    rig.relay().drive(closed);
  }
}
