package lissauer.hal.gpio;

import com.pi4j.context.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import lissauer.hal.DeviceException;
import lissauer.hal.Footswitch;
import lissauer.hal.Heartbeat;
import lissauer.hal.Indicator;
import lissauer.hal.Interlock;
import lissauer.hal.MonitoringHold;
import lissauer.hal.RfRelay;
import lissauer.hal.RigClock;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.lab.LabDriver;
import lissauer.hal.lab.UnopenedDevice;
import lissauer.hal.settings.Settings;

/**
 * Knows sections with {@code driver: gpio}: contacts, relay, heartbeat, pedal and lamps, each if
 * its own section is there.
 */
public final class GpioDriver implements LabDriver {
  private final PiPins pins;

  private record Setup(
      int chip,
      Optional<GpioInterlock.Setup> interlock,
      Optional<GpioRelay.Setup> relay,
      Optional<GpioPin> heartbeat,
      Optional<GpioFootswitch.Setup> footswitch,
      Optional<GpioMonitoringHold.Setup> monitoring,
      Optional<GpioIndicator.Setup> indicator) {}

  /** On the pins of this computer. */
  public GpioDriver() {
    this(new PiHost());
  }

  /** On other pins. */
  public GpioDriver(PiPins pins) {
    this.pins = pins;
  }

  @Override
  public String name() {
    return "gpio";
  }

  @Override
  public UnopenedDevice read(Settings section, LabBench bench) {
    int chip = GpioPin.chip(section);
    Setup setup =
        new Setup(
            chip,
            part(section, "interlock", chip, GpioInterlock.Setup::from),
            part(section, "relay", chip, GpioRelay.Setup::from),
            GpioPin.ifThere(section, "heartbeat_gpio", chip),
            part(section, "footswitch", chip, GpioFootswitch.Setup::from),
            part(section, "monitoring", chip, GpioMonitoringHold.Setup::from),
            part(section, "indicator", chip, GpioIndicator.Setup::from));
    section.done();
    return new UnopenedDevice() {
      @Override
      public LabDevice open() throws DeviceException {
        return GpioDriver.this.open(setup, bench.clock());
      }

      @Override
      public boolean heartbeat() {
        return setup.relay().isPresent() && setup.heartbeat().isPresent();
      }
    };
  }

  private static <T> Optional<T> part(
      Settings device, String key, int chip, BiFunction<Settings, Integer, T> reader) {
    if (!device.has(key)) {
      return Optional.empty();
    }
    Settings section = device.section(key);
    T part = reader.apply(section, chip);
    section.done();
    return Optional.of(part);
  }

  private LabDevice open(Setup setup, RigClock clock) throws DeviceException {
    Context pi = pins.open(List.of(setup.chip()), List.of());
    try {
      Map<Class<?>, Object> ports = ports(pi, clock, setup);
      String names =
          String.join(", ", ports.keySet().stream().map(Class::getSimpleName).sorted().toList());
      return new PiDevice(
          pi, "/dev/gpiochip" + setup.chip() + ": " + names, pins.emulated(), ports);
    } catch (DeviceException e) {
      pi.shutdown();
      throw e;
    }
  }

  private static Map<Class<?>, Object> ports(Context pi, RigClock clock, Setup setup)
      throws DeviceException {
    Map<Class<?>, Object> ports = new HashMap<>();
    if (setup.interlock().isPresent()) {
      ports.put(Interlock.class, GpioInterlock.open(pi, clock, setup.interlock().get()));
    }
    if (setup.relay().isPresent()) {
      ports.put(RfRelay.class, GpioRelay.open(pi, setup.relay().get()));
      if (setup.heartbeat().isPresent()) {
        ports.put(Heartbeat.class, GpioHeartbeat.open(pi, setup.heartbeat().get()));
      }
    }
    if (setup.footswitch().isPresent()) {
      ports.put(Footswitch.class, GpioFootswitch.open(pi, clock, setup.footswitch().get()));
    }
    if (setup.monitoring().isPresent()) {
      ports.put(MonitoringHold.class, GpioMonitoringHold.open(pi, clock, setup.monitoring().get()));
    }
    if (setup.indicator().isPresent()) {
      ports.put(Indicator.class, GpioIndicator.open(pi, setup.indicator().get()));
    }
    return ports;
  }
}
