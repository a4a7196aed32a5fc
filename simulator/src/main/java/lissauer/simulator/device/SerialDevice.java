package lissauer.simulator.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedClock;

/**
 * A {@link WireDevice} at the end of a serial cable that can be pulled and plugged back. Bytes take
 * the time that they would on a line of its speed; a driver that has set another speed is not
 * understood.
 */
public final class SerialDevice implements EmulatedDevice {
  private static final int WAIT_MILLIS = 1000;

  /** One start bit, eight data bits, one stop bit. */
  private static final int BITS = 10;

  private final String name;
  private final WireDevice device;
  private final EmulatedBench bench;
  private final int baudHertz;
  private final SimulatedClock clock;
  private final FaultyWire back;
  private Consumer<Optional<String>> moved = _ -> {};
  private volatile Pty pty;
  private long inFreeNanos;
  private long outFreeNanos;
  private boolean toldOfSpeed;
  private volatile boolean closed;

  /**
   * Plugs a device in.
   *
   * @param baudHertz speed of its line, 8 data bits, no parity, 1 stop bit; 0 for one that takes no
   *     time and understands every speed, as USB-CDC does
   */
  public SerialDevice(String name, WireDevice device, int baudHertz, EmulatedBench bench)
      throws IOException {
    this.name = name;
    this.device = device;
    this.baudHertz = baudHertz;
    this.bench = bench;
    this.clock = bench.live().ask(SimulatedBench::clock);
    this.pty = Pty.open();
    this.back = new FaultyWire(clock, this::send, 1);
    device.sendTo(back);
    serve(pty);
    note("plugged in", Map.of("path", pty.path(), "baudHertz", baudHertz));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String endpoint() {
    return pty.path();
  }

  @Override
  public synchronized void whenMoved(Consumer<Optional<String>> told) {
    moved = told;
  }

  /** Pulls the cable: a driver sees its port vanish, the device goes on by itself. */
  public synchronized void unplug() {
    note("unplugged", Map.of());
    moved.accept(Optional.empty());
    pty.close();
  }

  /** Plugs the cable back; the port may have another path now. */
  public synchronized void plug() {
    try {
      pty = Pty.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no port to plug " + name + " into", e);
    }
    serve(pty);
    note("plugged in", Map.of("path", pty.path(), "baudHertz", baudHertz));
    moved.accept(Optional.of(pty.path()));
  }

  @Override
  public boolean handle(String deed) {
    switch (deed) {
      case "unplug" -> unplug();
      case "plug" -> plug();
      default -> {
        return bench.live().<Boolean>ask(_ -> device.handle(deed));
      }
    }
    return true;
  }

  @Override
  public void misbehave(WireFault how, double fromSeconds, double forSeconds) {
    bench.live().act(_ -> back.misbehave(how, fromSeconds, fromSeconds + forSeconds));
  }

  @Override
  public void unplug(double fromSeconds, double forSeconds) {
    bench
        .live()
        .act(_ -> {
          clock.at(Math.round(fromSeconds * 1e9), this::unplug);
          clock.at(Math.round((fromSeconds + forSeconds) * 1e9), this::plug);
        });
  }

  @Override
  public synchronized void close() {
    closed = true;
    pty.close();
  }

  private void serve(Pty at) {
    Thread.ofPlatform().daemon().name(name).start(() -> receive(at));
  }

  private void receive(Pty at) {
    byte[] some = new byte[512];
    try {
      for (int count = at.read(some, WAIT_MILLIS); count >= 0; count = at.read(some, WAIT_MILLIS)) {
        if (count > 0 && understood(at)) {
          arrive(Arrays.copyOf(some, count));
        }
      }
    } catch (IOException e) {
      if (!closed) {
        note("line broken", Map.of("why", String.valueOf(e.getMessage())));
      }
    }
  }

  /** Whether the driver speaks at our speed; noise at another is not worth a device's while. */
  private boolean understood(Pty at) throws IOException {
    int spoken = at.baudHertz();
    boolean same = baudHertz == 0 || spoken == baudHertz;
    if (!same && !toldOfSpeed) {
      note("framing errors", Map.of("spokenHertz", spoken, "baudHertz", baudHertz));
    }
    toldOfSpeed = !same;
    return same;
  }

  private void arrive(byte[] bytes) {
    bench
        .live()
        .act(_ -> {
          inFreeNanos = Math.max(inFreeNanos, clock.nanos()) + lineNanos(bytes.length);
          clock.at(inFreeNanos, () -> device.receive(bytes, bytes.length));
        });
  }

  /** On the bench's thread, at the time at which the device sends. */
  private void send(byte[] frame) {
    outFreeNanos = Math.max(outFreeNanos, clock.nanos()) + lineNanos(frame.length);
    clock.at(outFreeNanos, () -> put(frame));
  }

  private void put(byte[] frame) {
    try {
      pty.write(frame, frame.length);
    } catch (IOException e) {
      note("line broken", Map.of("why", String.valueOf(e.getMessage())));
    }
  }

  private long lineNanos(int bytes) {
    return baudHertz == 0 ? 0 : 1_000_000_000L * BITS * bytes / baudHertz;
  }

  private void note(String event, Map<String, ?> details) {
    bench.log().note(System.nanoTime(), name, event, details);
  }
}
