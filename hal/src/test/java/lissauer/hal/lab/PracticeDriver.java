package lissauer.hal.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lissauer.hal.DeviceException;
import lissauer.hal.Interlock;
import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.Quality;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RfRelay;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import lissauer.hal.TipPosition;
import lissauer.hal.settings.Settings;

/** A driver without a device, which notes what is asked of it. */
public final class PracticeDriver implements LabDriver {
  static final List<String> HAPPENED = new ArrayList<>();
  static final List<String> PORTS = new ArrayList<>();

  @Override
  public String name() {
    return "practice";
  }

  @Override
  public UnopenedDevice read(Settings section, LabBench bench) {
    boolean broken = section.text("broken", "").equals("yes");
    if (section.has("serial")) {
      PORTS.add(bench.port(section));
    }
    boolean lasting = section.text("lasting", "").equals("yes");
    boolean heartbeat = section.text("heartbeat", "").equals("yes");
    section.done();
    String name = broken ? "other" : section.has("driver") ? "other" : "practice";
    return new UnopenedDevice() {
      @Override
      public LabDevice open() throws DeviceException {
        if (broken) {
          throw new DeviceException(name, name + " is broken");
        }
        HAPPENED.add(name + " opened");
        return new Device(name);
      }

      @Override
      public boolean outlivesUs() {
        return lasting;
      }

      @Override
      public boolean heartbeat() {
        return heartbeat;
      }
    };
  }

  private record Device(String name) implements LabDevice {
    @Override
    public String description() {
      return "practice device";
    }

    @Override
    public boolean emulated() {
      return true;
    }

    @Override
    public <T> Optional<T> port(Class<T> type) {
      Map<Class<?>, Object> ports =
          Map.of(
              RfGenerator.class, new Generator(),
              Thermocouple.class, (Thermocouple) Device::sample,
              Interlock.class, (Interlock) () -> true,
              RfRelay.class, new Relay(),
              Positioner.class, new Still());
      return Optional.ofNullable(ports.get(type)).map(type::cast);
    }

    @Override
    public void close() {
      HAPPENED.add(name + " closed");
    }

    private static TemperatureSample sample() {
      return new TemperatureSample(0, 37, 23, Quality.GOOD);
    }
  }

  private record Generator() implements RfGenerator {
    @Override
    public RfReading exchange(RfCommand command) {
      HAPPENED.add("generator " + command.powerWatts() + " W");
      return new RfReading(0, 0, 0, 0, 0, false);
    }

    @Override
    public void close() {
      HAPPENED.add("generator off");
    }
  }

  private record Relay() implements RfRelay {
    @Override
    public void drive(boolean closed) {
      HAPPENED.add(closed ? "relay closed" : "relay open");
    }

    @Override
    public boolean closed() {
      return false;
    }
  }

  private record Still() implements Positioner {
    @Override
    public void moveTo(TipPosition position) {}

    @Override
    public PositionReading read() {
      return new PositionReading(0, 0, true);
    }
  }
}
