package lissauer.simulator.device;

import java.io.IOException;
import java.util.Arrays;
import lissauer.hal.lab.MonotonicClock;
import lissauer.hal.link.SerialLink;

/**
 * The least that an exchange can take on this computer, now: as many bytes each way over the same
 * kind of emulated line, without Modbus, front end or driver.
 */
final class BareWire {
  private static final int OUT_BYTES = 23;
  private static final int BACK_BYTES = 43;
  private static final long PACE_NANOS = 20_000_000;
  private static final long LOOK_NANOS = 100_000;
  private static final long PATIENCE_NANOS = 90_000_000;

  private BareWire() {}

  /** Milliseconds of so many exchanges, sorted. */
  static double[] measure(int baudHertz, int count, EmulatedBench bench) throws IOException {
    MonotonicClock clock = new MonotonicClock();
    double[] millis = new double[count];
    SerialDevice device = new SerialDevice("bare wire", new Echo(), baudHertz, bench);
    try (SerialLink link = new SerialLink(device.endpoint(), baudHertz)) {
      long due = clock.nanos();
      for (int i = 0; i < count; i++) {
        due = Math.max(due + PACE_NANOS, clock.nanos());
        clock.sleepUntil(due);
        millis[i] = once(link, clock);
      }
    } finally {
      device.close();
    }
    Arrays.sort(millis);
    return millis;
  }

  private static double once(SerialLink link, MonotonicClock clock) throws IOException {
    byte[] back = new byte[BACK_BYTES];
    while (link.read(back) > 0) {
      Thread.onSpinWait(); // what was late for the exchange before
    }
    long from = clock.nanos();
    link.write(new byte[OUT_BYTES]);
    for (int got = 0; got < BACK_BYTES && clock.nanos() - from < PATIENCE_NANOS; ) {
      got += link.read(back);
      clock.sleepUntil(clock.nanos() + LOOK_NANOS);
    }
    return (clock.nanos() - from) * 1e-6;
  }

  /** Answers as soon as a whole request is there. */
  private static final class Echo implements WireDevice {
    private Wire wire = _ -> {};
    private int heard;

    @Override
    public void sendTo(Wire to) {
      wire = to;
    }

    @Override
    public void receive(byte[] bytes, int count) {
      heard += count;
      if (heard >= OUT_BYTES) {
        heard -= OUT_BYTES;
        wire.send(new byte[BACK_BYTES]);
      }
    }
  }
}
