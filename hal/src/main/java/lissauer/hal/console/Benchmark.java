package lissauer.hal.console;

import java.io.PrintWriter;
import java.util.List;
import lissauer.hal.DeviceException;

/** One measured claim or a few that belong together. */
@FunctionalInterface
public interface Benchmark {
  /**
   * Measures; may take as long as it says.
   *
   * @param table for lines that say more than the figures can: shown to people, left out of JSON
   * @throws DeviceException if its rig fails
   */
  List<Figure> measure(PrintWriter table) throws DeviceException;
}
