package lissauer.hal.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.RigProvider;
import lissauer.hal.UnopenedRig;
import lissauer.hal.settings.Settings;

/**
 * Reads rigs of kind {@code lab}: which device has which part, and how each is reached.
 *
 * <p>{@code generator: front-end} gives that part to the device in the section {@code front-end},
 * whose driver is called like the section unless {@code driver:} says otherwise.
 */
public final class LabRigProvider implements RigProvider {
  @Override
  public String kind() {
    return "lab";
  }

  @Override
  public UnopenedRig read(Settings settings, Electrode electrode) {
    settings.text("kind");
    settings.text("description", "");
    settings.has("emulated"); // what `lissauer devices` puts behind the wires
    LabBench bench = new LabBench(electrode, new MonotonicClock(), settings.text("link", ""));
    Map<String, LabDriver> drivers = drivers();
    Map<Part, String> parts = parts(settings);
    Map<String, UnopenedDevice> devices = new LinkedHashMap<>();
    for (String name : parts.values()) {
      if (!name.isEmpty() && !devices.containsKey(name)) {
        devices.put(name, device(settings, name, drivers, bench));
      }
    }
    guard(settings, parts, devices);
    settings.done();
    return new UnopenedLabRig(settings.name(), bench.clock(), parts, devices);
  }

  /** Drivers on the class path, by name. */
  private static Map<String, LabDriver> drivers() {
    Map<String, LabDriver> found = new TreeMap<>();
    ServiceLoader.load(LabDriver.class).forEach(driver -> found.put(driver.name(), driver));
    return found;
  }

  private static Map<Part, String> parts(Settings settings) {
    Map<Part, String> parts = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      parts.put(part, part.needed() ? settings.text(part.key()) : settings.text(part.key(), ""));
    }
    return parts;
  }

  private static UnopenedDevice device(
      Settings settings, String name, Map<String, LabDriver> drivers, LabBench bench) {
    LabDriver namesake = drivers.get(name);
    boolean bare = namesake != null && !namesake.needsSection() && !settings.has(name);
    Settings section = bare ? settings.nothing(name) : settings.section(name);
    String driver =
        section.has("driver") || !drivers.containsKey(name)
            ? section.choice("driver", List.copyOf(drivers.keySet()))
            : name;
    LabDriver found = drivers.get(driver);
    return found == null
        ? () -> {
          throw new DeviceException(name, "has no driver");
        }
        : found.read(section, bench);
  }

  /** A generator without a lease needs a relay that opens when this process stops. */
  private static void guard(
      Settings settings, Map<Part, String> parts, Map<String, UnopenedDevice> devices) {
    UnopenedDevice generator = devices.get(parts.getOrDefault(Part.GENERATOR, ""));
    UnopenedDevice relay = devices.get(parts.getOrDefault(Part.RELAY, ""));
    if (generator != null && generator.outlivesUs() && (relay == null || !relay.heartbeat())) {
      settings.problem(
          Part.RELAY.key(),
          "stays closed when this computer stops, and so does the output of the generator; take a"
              + " relay with a heartbeat, or declare in the generator's section what hardware keeps"
              + " the power down (hardware_cap)");
    }
  }
}
