package lissauer.hal.lab;

import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Finding;

/** A port of devices that can be looked at without any heat: who they are, how good their line. */
public interface Examined {
  /**
   * What it says of itself, and whether that is fit for a row.
   *
   * @param subject its section of the rig file
   * @throws DeviceException if it does not answer
   */
  List<Finding> findings(String subject) throws DeviceException;

  /**
   * Asks once with RF off, and waits for the answer, however long an exchange may wait.
   *
   * @throws DeviceException if none came
   */
  void ask() throws DeviceException;

  /** What came over its line and could not be used, counted by name since it was opened. */
  Map<String, Long> badFrames();

  /** Longest that an answer should take for a row to run well. */
  double answerSeconds();
}
