package lissauer.simulator.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import lissauer.hal.lab.LabSection;
import lissauer.hal.settings.Settings;
import org.jspecify.annotations.Nullable;

/** All emulated devices of one bench, with a link to each that stays where it is. */
public final class DeviceRack implements AutoCloseable {
  private static final String BY_ID = "/dev/serial/by-id/";

  private final Map<String, EmulatedDevice> devices = new LinkedHashMap<>();
  private final List<Path> links = new ArrayList<>();

  private DeviceRack() {}

  /** Who can stand in for what, by driver. */
  public static Map<String, Emulator> emulators() {
    Map<String, Emulator> found = new TreeMap<>();
    ServiceLoader.load(Emulator.class).forEach(emulator -> found.put(emulator.driver(), emulator));
    return found;
  }

  /**
   * Starts a stand-in for each section whose driver has one; the others are devices without a wire.
   *
   * @param folder where links are made, named as the section's {@code serial}; null for none
   */
  public static DeviceRack start(
      List<LabSection> sections, EmulatedBench bench, @Nullable Path folder) throws IOException {
    DeviceRack rack = new DeviceRack();
    Map<String, Emulator> emulators = emulators();
    try {
      for (LabSection section : sections) {
        Emulator emulator = emulators.get(section.driver());
        if (emulator != null) {
          EmulatedDevice device = emulator.start(section.name(), section.settings(), bench);
          rack.devices.put(section.name(), device);
          rack.link(device, section.settings(), folder);
        }
      }
      return rack;
    } catch (IOException | RuntimeException e) {
      rack.close();
      throw e;
    }
  }

  /** By the name of their section. */
  public Map<String, EmulatedDevice> devices() {
    return Map.copyOf(devices);
  }

  /** {@code name endpoint}, a line a device, in the order of the rig file. */
  public List<String> lines() {
    return devices.values().stream()
        .flatMap(device -> Stream.concat(Stream.of(device), device.parts().values().stream()))
        .map(device -> device.name() + " " + device.endpoint())
        .toList();
  }

  private void link(EmulatedDevice device, Settings section, @Nullable Path folder)
      throws IOException {
    for (Map.Entry<String, EmulatedDevice> part : device.parts().entrySet()) {
      link(part.getValue(), section.section(part.getKey()), folder);
    }
    String name = name(section);
    if (folder == null || name.isEmpty()) {
      return;
    }
    Path link = folder.resolve(name);
    Files.createDirectories(folder);
    links.add(link);
    point(link, Optional.of(device.endpoint()));
    device.whenMoved(endpoint -> point(link, endpoint));
  }

  /** As the driver looks for it below the folder; empty for a port that it takes as it is. */
  private static String name(Settings section) {
    if (section.has("tcp")) {
      return section.text("tcp");
    }
    String port = section.text("serial", "");
    return port.startsWith(BY_ID)
        ? port.substring(BY_ID.length())
        : port.startsWith("/") ? "" : port;
  }

  /** In one step, so that nobody finds a link half made. */
  private static void point(Path link, Optional<String> endpoint) {
    try {
      if (endpoint.isEmpty()) {
        Files.deleteIfExists(link);
        return;
      }
      Path fresh = link.resolveSibling("." + link.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, Path.of(endpoint.get()));
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot make the link " + link, e);
    }
  }

  @Override
  public void close() {
    devices.values().forEach(EmulatedDevice::close);
    links.forEach(link -> point(link, Optional.empty()));
  }
}
