package lissauer.controller.bench;

import java.util.List;
import lissauer.hal.DeviceException;

/** One measured claim or a few that belong together. */
@FunctionalInterface
public interface Benchmark {
  /**
   * Measures; may take as long as it says.
   *
   * @throws DeviceException if its rig fails
   */
  List<Figure> measure() throws DeviceException;
}
