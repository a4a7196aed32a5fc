package lissauer.simulator.device;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import lissauer.hal.link.Link;
import lissauer.simulator.SimulatedClock;

/** A serial line on simulated time, with the length of its bytes, that can be cut. */
final class SimulatedLine implements Link {
  private static final long BYTE_NANOS = 86_806; // 115200 baud

  private final SimulatedClock clock;
  private final WireDevice device;
  private final FaultyWire back;
  private final Queue<Byte> arrived = new ArrayDeque<>();
  private boolean cut;
  private boolean deaf;

  SimulatedLine(SimulatedClock clock, WireDevice device) {
    this.clock = clock;
    this.device = device;
    this.back =
        new FaultyWire(
            clock,
            frame -> clock.at(clock.nanos() + frame.length * BYTE_NANOS, () -> put(frame)),
            1);
    device.sendTo(back);
  }

  /** What comes back. */
  FaultyWire back() {
    return back;
  }

  /** Nothing reaches the device any more. */
  void deaf() {
    deaf = true;
  }

  void cut() {
    cut = true;
  }

  void mend() {
    cut = false;
    arrived.clear();
  }

  void put(byte[] frame) {
    for (byte b : frame) {
      arrived.add(b);
    }
  }

  @Override
  public int read(byte[] into) throws IOException {
    check();
    int count = 0;
    while (count < into.length && !arrived.isEmpty()) {
      into[count++] = arrived.remove();
    }
    return count;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    check();
    byte[] sent = bytes.clone();
    if (!deaf) {
      clock.at(clock.nanos() + sent.length * BYTE_NANOS, () -> device.receive(sent, sent.length));
    }
  }

  @Override
  public void close() {
    arrived.clear();
  }

  private void check() throws IOException {
    if (cut) {
      throw new IOException("the port is gone");
    }
  }
}
