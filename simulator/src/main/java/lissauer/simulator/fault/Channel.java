package lissauer.simulator.fault;

import java.util.List;
import java.util.function.Predicate;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;

/** Where values pass that faults may change: all faults at one place, one behind the other. */
final class Channel<T> {
  private final RigClock clock;
  private final List<FaultPlay.Part> parts;
  private final List<Distortion<T>> distortions;

  Channel(FaultPlay play, Where where, RigClock clock, Nature<T> nature) {
    this.clock = clock;
    this.parts = play.at(where);
    this.distortions = parts.stream().map(part -> new Distortion<>(part, nature)).toList();
  }

  /** What comes out. */
  T pass(T value) {
    T now = value;
    for (Distortion<T> distortion : distortions) {
      now = distortion.pass(clock.nanos(), now);
    }
    return now;
  }

  /**
   * Nothing more is heard of a device that is off.
   *
   * @throws DeviceException in its name
   */
  void requireAnswer(String device) throws DeviceException {
    if (present(what -> what instanceof Malfunction.Off)) {
      throw new DeviceException(device, "no reply (scripted fault)");
    }
  }

  /** Whether such a fault is there. */
  boolean present(Predicate<Malfunction> which) {
    return parts.stream().anyMatch(part -> part.present() && which.test(part.fault.what()));
  }

  /** The longest delay that is there; 0 for none. */
  double delaySeconds() {
    double most = 0;
    for (FaultPlay.Part part : parts) {
      if (part.present() && part.fault.what() instanceof Malfunction.Delayed(double seconds)) {
        most = Math.max(most, seconds);
      }
    }
    return most;
  }
}
