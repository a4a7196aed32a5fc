package lissauer.simulator.device;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A device that stands in for a real one at the end of its wire, on threads of its own.
 *
 * <p>It keeps its own time, holds its own caps and lease, and does what its firmware would when
 * nobody speaks to it any more.
 */
public interface EmulatedDevice extends AutoCloseable {
  /** What its line and its link are called: {@code front-end}, {@code relay-board}. */
  String name();

  /** Where a driver finds it: a path of a serial port, or {@code host:port}. */
  String endpoint();

  /** Devices with a wire of their own that are part of this one, by the name of their section. */
  default Map<String, EmulatedDevice> parts() {
    return Map.of();
  }

  /**
   * Tells, from now on, whenever the endpoint is another: a cable that was plugged back, or nothing
   * while it is pulled. A device whose endpoint never changes has nothing to tell.
   */
  default void whenMoved(Consumer<Optional<String>> told) {}

  /**
   * Does what a hand at the bench would do to it, now.
   *
   * @param deed in words that are the device's own: {@code interlock open}, {@code unplug}
   * @return whether there is such a deed
   */
  default boolean handle(String deed) {
    return false;
  }

  /**
   * Makes its answers go wrong for a while.
   *
   * @param fromSeconds on the bench's clock, which starts at 0 with the bench
   * @throws UnsupportedOperationException if it always answers right
   */
  default void misbehave(WireFault how, double fromSeconds, double forSeconds) {
    throw new UnsupportedOperationException(name() + " cannot misbehave");
  }

  /**
   * Pulls its cable for a while.
   *
   * @param fromSeconds on the bench's clock
   * @throws UnsupportedOperationException if its cable cannot be pulled
   */
  default void unplug(double fromSeconds, double forSeconds) {
    throw new UnsupportedOperationException(name() + " cannot be unplugged");
  }

  /** Takes it off its wire; a driver sees the port vanish. May be called more than once. */
  @Override
  void close();
}
