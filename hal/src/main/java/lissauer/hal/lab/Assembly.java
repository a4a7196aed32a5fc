package lissauer.hal.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lissauer.hal.DeviceException;
import lissauer.hal.Footswitch;
import lissauer.hal.Heartbeat;
import lissauer.hal.Indicator;
import lissauer.hal.Interlock;
import lissauer.hal.MonitoringHold;
import lissauer.hal.Positioner;
import lissauer.hal.Quality;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfRelay;
import lissauer.hal.Rig;
import lissauer.hal.RigClock;
import lissauer.hal.Thermocouple;

/** Opened devices on their way to being a rig. */
record Assembly(
    String name, RigClock clock, Map<Part, String> parts, Map<String, LabDevice> devices) {
  /** The slowest converter averages 16 samples of 100 ms (MAX31856). */
  private static final long FIRST_SAMPLE_NANOS = 3_000_000_000L;

  private static final long LOOK_NANOS = 20_000_000;

  Rig rig() throws DeviceException {
    Rig rig =
        new Rig(
            name,
            devices.values().stream().anyMatch(LabDevice::emulated),
            devices.entrySet().stream()
                .map(device -> device.getKey() + ": " + device.getValue().description())
                .toList(),
            clock,
            port(Part.GENERATOR, RfGenerator.class),
            port(Part.THERMOCOUPLE, Thermocouple.class),
            port(Part.INTERLOCK, Interlock.class),
            port(Part.RELAY, RfRelay.class),
            has(Part.FOOTSWITCH) ? port(Part.FOOTSWITCH, Footswitch.class) : () -> false,
            port(Part.POSITIONER, Positioner.class),
            has(Part.INDICATOR) ? port(Part.INDICATOR, Indicator.class) : _ -> {},
            heartbeat(),
            has(Part.MONITORING)
                ? port(Part.MONITORING, MonitoringHold.class)
                : MonitoringHold.NONE,
            this::release);
    for (LabDevice device : devices.values()) {
      device.port(RelayWatcher.class).ifPresent(watcher -> watcher.watch(rig.relay()));
    }
    rig.relay().drive(false);
    rig.generator().exchange(RfCommand.OFF);
    awaitFirstSample(rig);
    return rig;
  }

  /** It comes with the device that drives the relay. */
  private Heartbeat heartbeat() throws DeviceException {
    port(Part.RELAY, RfRelay.class);
    return Objects.requireNonNull(devices.get(parts.get(Part.RELAY)))
        .port(Heartbeat.class)
        .orElse(Heartbeat.NONE);
  }

  private boolean has(Part part) {
    return !parts.getOrDefault(part, "").isEmpty();
  }

  private <T> T port(Part part, Class<T> type) throws DeviceException {
    String device = parts.getOrDefault(part, "");
    LabDevice opened = devices.get(device);
    if (opened == null) {
      throw new DeviceException(part.key(), "the rig file names no device for it");
    }
    return opened
        .port(type)
        .orElseThrow(() ->
            new DeviceException(
                part.key(),
                "device \""
                    + device
                    + "\" ("
                    + opened.description()
                    + ") has none; name another device after "
                    + part.key()
                    + ": in the rig file"));
  }

  private static void awaitFirstSample(Rig rig) throws DeviceException {
    long due = rig.clock().nanos() + FIRST_SAMPLE_NANOS;
    while (rig.thermocouple().read().quality() == Quality.NO_DATA) {
      if (rig.clock().nanos() > due) {
        throw new DeviceException("thermocouple", "no conversion has finished within 3 s");
      }
      rig.clock().sleepUntil(rig.clock().nanos() + LOOK_NANOS);
      rig.generator().exchange(RfCommand.OFF);
    }
  }

  private void release() {
    List<LabDevice> opened = new ArrayList<>(devices.values());
    opened.reversed().forEach(LabDevice::close);
  }
}
