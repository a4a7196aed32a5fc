package lissauer.hal.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lissauer.hal.AtRest;
import lissauer.hal.DeviceException;
import lissauer.hal.Finding;
import lissauer.hal.Footswitch;
import lissauer.hal.Interlock;
import lissauer.hal.RfRelay;
import lissauer.hal.Rig;
import lissauer.hal.RigClock;
import lissauer.hal.Thermocouple;
import lissauer.hal.UnopenedRig;
import lissauer.hal.port.PortCheck;

/** The devices of a lab rig, none of them touched yet. */
record UnopenedLabRig(
    String name, RigClock clock, Map<Part, String> parts, Map<String, UnopenedDevice> devices)
    implements UnopenedRig {
  @Override
  public Rig open() throws DeviceException {
    Map<String, LabDevice> opened = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, UnopenedDevice> device : devices.entrySet()) {
        opened.put(device.getKey(), device.getValue().open());
      }
      return new Assembly(name, clock, parts, opened).rig();
    } catch (DeviceException | RuntimeException e) {
      close(opened);
      throw e;
    }
  }

  @Override
  public boolean outlivesUs() {
    return true;
  }

  @Override
  public void examine(Consumer<Finding> told) {
    Map<String, LabDevice> opened = new LinkedHashMap<>();
    try {
      devices.forEach((section, device) ->
          look(section, device, told).ifPresent(found -> opened.put(section, found)));
      port(opened, Part.THERMOCOUPLE, Thermocouple.class)
          .ifPresent(found -> AtRest.thermocouple(owner(Part.THERMOCOUPLE), found, told));
      port(opened, Part.INTERLOCK, Interlock.class)
          .ifPresent(found -> AtRest.interlock(owner(Part.INTERLOCK), found, told));
      port(opened, Part.RELAY, RfRelay.class)
          .ifPresent(found -> AtRest.relay(owner(Part.RELAY), found, told));
      port(opened, Part.FOOTSWITCH, Footswitch.class)
          .ifPresent(found -> AtRest.footswitch(owner(Part.FOOTSWITCH), found, told));
    } finally {
      close(opened);
    }
  }

  private Optional<LabDevice> look(String section, UnopenedDevice device, Consumer<Finding> told) {
    boolean usable = true;
    for (String path : device.serialPorts()) {
      List<Finding> port = PortCheck.of(section, path);
      port.forEach(told);
      usable &=
          port.stream()
              .noneMatch(finding ->
                  finding.state() == Finding.State.MISSING
                      || finding.state() == Finding.State.FAIL);
    }
    if (!usable) {
      return Optional.empty();
    }
    try {
      LabDevice opened = device.openForALook();
      told.accept(Finding.ok(section, "identity", opened.description(), ""));
      opened.port(Examined.class).ifPresent(examined -> examine(section, examined, told));
      return Optional.of(opened);
    } catch (DeviceException e) {
      String reason = device.whyNot();
      told.accept(
          Finding.missing(
              section,
              "identity",
              String.valueOf(e.getMessage()),
              reason.isEmpty()
                  ? "check its section of the rig file, its cable and its power"
                  : reason));
      return Optional.empty();
    }
  }

  private void examine(String section, Examined device, Consumer<Finding> told) {
    try {
      device.findings(section).forEach(told);
    } catch (DeviceException e) {
      told.accept(
          Finding.missing(section, "state", String.valueOf(e.getMessage()), "see link quality"));
    }
    told.accept(LineTrial.of(section, device, clock));
  }

  private String owner(Part part) {
    return parts.getOrDefault(part, "");
  }

  private <T> Optional<T> port(Map<String, LabDevice> opened, Part part, Class<T> type) {
    return Optional.ofNullable(opened.get(owner(part))).flatMap(device -> device.port(type));
  }

  private static void close(Map<String, LabDevice> opened) {
    new ArrayList<>(opened.values()).reversed().forEach(LabDevice::close);
  }
}
