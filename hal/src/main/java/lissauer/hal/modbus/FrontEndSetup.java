package lissauer.hal.modbus;

import java.io.IOException;
import lissauer.hal.lab.LabBench;
import lissauer.hal.link.Link;
import lissauer.hal.link.SerialLink;
import lissauer.hal.settings.Settings;

/**
 * Where a front end is and how fast its line is, as its section of a rig file says.
 *
 * @param path of the serial port
 * @param baudHertz bits per second; on USB-CDC without effect
 * @param unit Modbus address, 1 to 247
 */
public record FrontEndSetup(String path, int baudHertz, int unit) {
  /** Below this an exchange does not fit into a tick of 20 ms. */
  public static final int LEAST_BAUD_HERTZ = 57_600;

  /** One attempt: an answer takes 6 ms at 115200 baud. */
  private static final long ANSWER_NANOS = 45_000_000;

  /** Reads {@code serial}, {@code baud} and {@code unit}. */
  static FrontEndSetup from(Settings section, LabBench bench) {
    FrontEndSetup setup =
        new FrontEndSetup(
            bench.port(section),
            (int) section.whole("baud", LEAST_BAUD_HERTZ, 4_000_000, 115_200),
            (int) section.whole("unit", 1, 247, 1));
    section.done();
    return setup;
  }

  /** Opens the port. */
  Link link() throws IOException {
    return new SerialLink(path, baudHertz);
  }

  /** How long an answer may take. */
  long answerNanos() {
    return ANSWER_NANOS;
  }
}
