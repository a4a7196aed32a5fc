package lissauer.simulator.device;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import lissauer.hal.settings.Settings;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedClock;

/** Puts a device on the wire that its section of a rig file says. */
final class WireSection {
  /** For the address of an instrument elsewhere, which a link in the folder leads to. */
  private static final int ANY_PORT = 0;

  private WireSection() {}

  /**
   * On a pseudo-terminal when the section has {@code serial}, or at the port of {@code tcp}.
   *
   * @param usualBaud speed of its line when the section names none
   */
  static EmulatedDevice start(
      String name, Settings section, EmulatedBench bench, WireDevice device, int usualBaud)
      throws IOException {
    if (!section.has("tcp")) {
      int baud = (int) section.whole("baud", 300, 4_000_000, usualBaud);
      return new SerialDevice(name, device, baud, bench);
    }
    String[] parts = section.text("tcp").split(":", -1);
    boolean ours = parts[0].startsWith("127.") || parts[0].equals("localhost");
    int port = !ours ? ANY_PORT : parts.length > 1 ? Integer.parseInt(parts[1]) : 5025;
    return TcpServer.start(name, port, bench, device);
  }

  /** Notes what a device says and does, on the bench's thread. */
  static Consumer<String> log(String name, EmulatedBench bench) {
    // Asking the bench from within an event would let the next event happen before this one ends.
    SimulatedClock clock = bench.live().ask(SimulatedBench::clock);
    return text ->
        bench
            .log()
            .note(
                bench.live().startNanos() + clock.nanos(),
                name,
                text.startsWith("<") ? "heard" : "did",
                Map.of("text", text));
  }
}
