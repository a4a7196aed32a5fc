package lissauer.simulator.device.pi;

import com.pi4j.io.spi.SpiMode;
import lissauer.hal.RigClock;

/**
 * A MAX31855 at its pins: it converts every 70 ms (datasheet, t_CONV typical) from power-on and
 * shows one frame of 32 bits.
 */
public final class Max31855Chip implements SpiChip {
  private static final long PERIOD_NANOS = 70_000_000;

  private final RigClock clock;
  private final TemperatureSource tip;
  private final TemperatureSource coldJunction;
  private long nextLookNanos;
  private int fault;
  private int frame;

  /** What is wrong at the inputs. */
  public enum Fault {
    /** D0. */
    OPEN(1),
    /** D1. */
    SHORT_TO_GROUND(2),
    /** D2. */
    SHORT_TO_SUPPLY(4);

    private final int bit;

    Fault(int bit) {
      this.bit = bit;
    }
  }

  /** A chip that just got its supply. */
  public Max31855Chip(RigClock clock, TemperatureSource tip, TemperatureSource coldJunction) {
    this.clock = clock;
    this.tip = tip;
    this.coldJunction = coldJunction;
    this.nextLookNanos = clock.nanos() + PERIOD_NANOS;
  }

  /** Breaks or shorts a lead, now; the next conversion shows it. */
  public void inject(Fault what) {
    advance();
    fault |= what.bit;
  }

  /** Mends all leads, now. */
  public void mend() {
    advance();
    fault = 0;
  }

  /** When the chip next looks at its inputs. */
  public long nextLookNanos() {
    advance();
    return nextLookNanos;
  }

  @Override
  public void transfer(SpiMode mode, byte[] sent, byte[] answered) {
    advance();
    for (int i = 0; i < answered.length; i++) {
      answered[i] = i < 4 ? (byte) (frame >> (24 - 8 * i)) : 0;
    }
    // SCK idles low, D31 stands before the first edge (datasheet, serial interface).
    if (mode != SpiMode.MODE_0) {
      SpiChip.shiftOneBit(answered);
    }
  }

  private void advance() {
    while (nextLookNanos <= clock.nanos()) {
      double hot = tip.celsiusAt(nextLookNanos);
      double cold = coldJunction.celsiusAt(nextLookNanos);
      int hotCode = (int) Math.rint(Math.max(-2048, Math.min(2047.75, hot)) * 4);
      int coldCode = (int) Math.rint(Math.max(-128, Math.min(127.9375, cold)) * 16);
      int shown = fault == 0 ? hotCode : 0x1FFF;
      frame =
          ((shown & 0x3FFF) << 18) | (fault == 0 ? 0 : 1 << 16) | ((coldCode & 0xFFF) << 4) | fault;
      nextLookNanos += PERIOD_NANOS;
    }
  }
}
