package lissauer.controller.peer;

import lissauer.controller.campaign.Task;

/** The temperature that a peer is asked to follow: a straight ramp, or the set point at once. */
record Reference(double startCelsius, long startNanos, double setCelsius, double rampSeconds) {
  static Reference of(Task task, double startCelsius, long startNanos) {
    return new Reference(startCelsius, startNanos, task.setCelsius(), task.rampSeconds());
  }

  /** Where the tip should be. */
  double celsius(long nanos) {
    double seconds = (nanos - startNanos) * 1e-9;
    return seconds >= rampSeconds
        ? setCelsius
        : startCelsius + (setCelsius - startCelsius) * seconds / rampSeconds;
  }
}
