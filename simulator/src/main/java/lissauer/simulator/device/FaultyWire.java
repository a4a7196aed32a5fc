package lissauer.simulator.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import lissauer.simulator.SimulatedClock;

/** A wire that can be told to misbehave, at once or at a time; seeded, so the same every run. */
public final class FaultyWire implements WireDevice.Wire {
  private static final long LATE_NANOS = 500_000_000;

  private final SimulatedClock clock;
  private final WireDevice.Wire to;
  private final Random random;
  private long lateNanos = LATE_NANOS;
  private WireFault fault = WireFault.NONE;
  private byte[] kept = {};
  private byte[] instead = {};

  /** A wire without a fault so far. */
  public FaultyWire(SimulatedClock clock, WireDevice.Wire to, long seed) {
    this.clock = clock;
    this.to = to;
    this.random = new Random(seed);
  }

  /** Misbehaves from now on. */
  public void misbehave(WireFault how) {
    fault = how;
    kept = new byte[0];
  }

  /** Brings every frame so late from now on. */
  public void lag(long nanos) {
    lateNanos = nanos;
    misbehave(WireFault.LATE);
  }

  /** Puts another frame in the place of the next one that begins like it. */
  public void misbehaveOnce(String frame) {
    instead = frame.getBytes(StandardCharsets.US_ASCII);
  }

  /** Misbehaves for a while. */
  public void misbehave(WireFault how, double fromSeconds, double toSeconds) {
    clock.at(Math.round(fromSeconds * 1e9), () -> misbehave(how));
    clock.at(Math.round(toSeconds * 1e9), () -> misbehave(WireFault.NONE));
  }

  @Override
  public void send(byte[] frame) {
    if (begins(frame)) {
      to.send(instead);
      instead = new byte[0];
      return;
    }
    switch (fault) {
      case NONE -> to.send(frame);
      case LATE -> clock.at(clock.nanos() + lateNanos, () -> to.send(frame));
      case CORRUPT -> to.send(corrupted(frame));
      case PARTIAL -> to.send(Arrays.copyOf(frame, frame.length / 2));
      case DUPLICATED -> {
        to.send(frame);
        to.send(frame);
      }
      case STUCK -> {
        kept = kept.length == 0 ? frame : kept;
        to.send(kept);
      }
      case SILENT -> {
        // That is it.
      }
    }
  }

  private boolean begins(byte[] frame) {
    int same = Math.min(3, instead.length);
    return same > 0 && Arrays.equals(frame, 0, Math.min(same, frame.length), instead, 0, same);
  }

  private byte[] corrupted(byte[] frame) {
    byte[] wrong = frame.clone();
    wrong[random.nextInt(wrong.length)] ^= (byte) (1 + random.nextInt(255));
    return wrong;
  }
}
