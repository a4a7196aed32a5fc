package lissauer.hal.gpio;

import com.pi4j.context.Context;
import java.util.Map;
import java.util.Optional;
import lissauer.hal.lab.LabDevice;

/** What was opened on one Pi4J context; closing it lets every output fall low. */
record PiDevice(Context pi, String description, boolean emulated, Map<Class<?>, Object> ports)
    implements LabDevice {
  PiDevice {
    ports = Map.copyOf(ports);
  }

  @Override
  public <T> Optional<T> port(Class<T> type) {
    return Optional.ofNullable(ports.get(type)).map(type::cast);
  }

  @Override
  public void close() {
    if (!pi.isShutdown()) {
      pi.shutdown();
    }
  }
}
