package lissauer.simulator.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import lissauer.hal.link.Link;
import lissauer.simulator.SimulatedClock;

/**
 * A wire between a driver and an emulated device on one simulated clock: the driver's own code
 * runs, and the same way every time.
 */
public final class VirtualWire implements Link {
  private static final long WAY_NANOS = 300_000;

  private final SimulatedClock clock;
  private final WireDevice device;
  private final FaultyWire back;
  private final Queue<Byte> arrived = new ArrayDeque<>();
  private boolean cut;
  private String said = "";
  private String meant = "";

  /** Connects a device; the other end is the driver's. */
  public VirtualWire(SimulatedClock clock, WireDevice device) {
    this.clock = clock;
    this.device = device;
    this.back =
        new FaultyWire(clock, frame -> clock.at(clock.nanos() + WAY_NANOS, () -> put(frame)), 1);
    device.sendTo(back);
  }

  /** What the device says passes through here, and may be spoiled. */
  public FaultyWire back() {
    return back;
  }

  /** Makes the device hear another word than was said. */
  public void rewrite(String word, String heard) {
    said = word;
    meant = heard;
  }

  /** Pulls the cable. */
  public void cut() {
    cut = true;
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
    byte[] sent = said.isEmpty() ? bytes.clone() : rewritten(bytes);
    clock.at(clock.nanos() + WAY_NANOS, () -> device.receive(sent, sent.length));
  }

  @Override
  public void close() {
    cut = true;
  }

  private void check() throws IOException {
    if (cut) {
      throw new IOException("the port is gone");
    }
  }

  private byte[] rewritten(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII)
        .replace(said, meant)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void put(byte[] frame) {
    for (byte b : frame) {
      arrived.add(b);
    }
  }
}
