package lissauer.simulator.device.pi;

import lissauer.hal.RigClock;

/**
 * Diodes and a capacitor between the heartbeat line and the relay: each rising edge adds charge,
 * and what is there leaks away. Neither a high nor a low line feeds it.
 *
 * <p>The relay pulls in at 0.7 of the full voltage and lets go at 0.3; the capacitor is chosen so
 * that this takes 0.29 s from full.
 */
public final class ChargePump {
  private static final double PULL_IN = 0.7;
  private static final double DROP_OUT = 0.3;
  private static final double PUMPED_SHARE = 0.6;
  private static final double LEAK_SECONDS = 0.24;

  private final RigClock clock;
  private boolean high;
  private boolean feeds;
  private double full;
  private Runnable onChange = () -> {};
  private long pumpedNanos;

  /** An empty pump. */
  public ChargePump(RigClock clock) {
    this.clock = clock;
    this.pumpedNanos = clock.nanos();
  }

  /** Lets somebody look before and after each edge. */
  void onChange(Runnable looks) {
    onChange = looks;
  }

  /** The line is high or low from now on. */
  public void line(boolean nowHigh) {
    onChange.run();
    if (nowHigh && !high) {
      long now = clock.nanos();
      feeds &= now < fedUntilNanos();
      full *= Math.exp((pumpedNanos - now) * 1e-9 / LEAK_SECONDS);
      full += (1 - full) * PUMPED_SHARE;
      pumpedNanos = now;
      feeds |= full >= PULL_IN;
    }
    high = nowHigh;
    onChange.run();
  }

  /**
   * Until when the relay is fed if no edge comes any more; {@link Long#MIN_VALUE} when it is not.
   */
  public long fedUntilNanos() {
    return feeds
        ? pumpedNanos + Math.round(LEAK_SECONDS * Math.log(full / DROP_OUT) * 1e9)
        : Long.MIN_VALUE;
  }
}
