package lissauer.simulator.device;

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

  /** Takes it off its wire; a driver sees the port vanish. May be called more than once. */
  @Override
  void close();
}
