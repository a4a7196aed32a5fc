package lissauer.simulator.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import lissauer.simulator.SimulatedClock;

/**
 * Puts a {@link TextInstrument} on a wire. It works off one line after the other and takes its time
 * over each.
 */
public final class LineWireDevice implements WireDevice {
  private static final int LONGEST = 4096;

  private final SimulatedClock clock;
  private final TextInstrument instrument;
  private final long lineNanos;
  private final Consumer<String> log;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private Wire wire = _ -> {};
  private long busyUntilNanos;

  /**
   * Connects an instrument.
   *
   * @param lineSeconds how long it works on a line
   * @param log told of everything that is said, either way
   */
  public LineWireDevice(
      SimulatedClock clock, TextInstrument instrument, double lineSeconds, Consumer<String> log) {
    this.clock = clock;
    this.instrument = instrument;
    this.lineNanos = Math.round(lineSeconds * 1e9);
    this.log = log;
  }

  @Override
  public void sendTo(Wire there) {
    wire = there;
  }

  @Override
  public void receive(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        String text = line.toString(StandardCharsets.US_ASCII).strip();
        line.reset();
        busyUntilNanos = Math.max(busyUntilNanos, clock.nanos()) + lineNanos;
        clock.at(busyUntilNanos, () -> obey(text));
      } else if (line.size() < LONGEST) {
        line.write(bytes[i]);
      }
    }
  }

  private void obey(String text) {
    log.accept("< " + text);
    String answer = instrument.obey(text);
    if (answer != null) {
      log.accept("> " + answer);
      wire.send((answer + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }
}
