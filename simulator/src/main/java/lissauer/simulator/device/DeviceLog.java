package lissauer.simulator.device;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * What each emulated device saw and did, one JSON object a line, so that a test can ask the device
 * and not the driver whether RF was off.
 *
 * <p>{@code monotonicNanos} is the system's monotonic clock, the same for all processes of one
 * machine and so comparable with a journal of {@code lissauer run} beside it.
 */
public final class DeviceLog implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final PrintWriter lines;

  /** Writes lines as they happen. */
  public DeviceLog(Writer to) {
    lines = new PrintWriter(to);
  }

  /** Starts a new file. */
  public static DeviceLog in(Path file) throws IOException {
    return new DeviceLog(Files.newBufferedWriter(file));
  }

  /** One that is not kept. */
  public static DeviceLog none() {
    return new DeviceLog(Writer.nullWriter());
  }

  /**
   * Notes one event.
   *
   * @param monotonicNanos when it happened, on {@link System#nanoTime}
   * @param event in a few words, always the same for the same thing: {@code lease ended}
   * @param details names with their units, and numbers, flags or texts
   */
  public synchronized void note(
      long monotonicNanos, String device, String event, Map<String, ?> details) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("monotonicNanos", monotonicNanos);
    line.put("device", device);
    line.put("event", event);
    line.putAll(details);
    lines.println(json.writeValueAsString(line));
    lines.flush();
  }

  @Override
  public synchronized void close() {
    lines.close();
  }
}
