package lissauer.hal.lab;

import java.util.List;
import java.util.Optional;

/**
 * A device whose driver is one object that has all its ports.
 *
 * @param ports objects that are asked, in order, for the port that is wanted
 * @param closing gives its wire back
 */
public record SingleDevice(
    String description, boolean emulated, List<Object> ports, Runnable closing)
    implements LabDevice {
  /** Keeps its own copy. */
  public SingleDevice {
    ports = List.copyOf(ports);
  }

  @Override
  public <T> Optional<T> port(Class<T> type) {
    return ports.stream().filter(type::isInstance).findFirst().map(type::cast);
  }

  @Override
  public void close() {
    closing.run();
  }
}
