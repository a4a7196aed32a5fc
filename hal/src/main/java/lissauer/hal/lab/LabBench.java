package lissauer.hal.lab;

import java.nio.file.Path;
import lissauer.hal.Electrode;
import lissauer.hal.RigClock;
import lissauer.hal.settings.Settings;

/**
 * What every driver of a rig needs to know.
 *
 * @param electrode its caps go into whatever can hold them, before any output
 * @param clock stamps samples and readings
 * @param link folder that ports are named below, as {@code lissauer devices --link} makes one;
 *     empty when the file names none
 */
public record LabBench(Electrode electrode, RigClock clock, String link) {
  /**
   * The key {@code serial} of a section: a path of a serial port, below {@link #link} unless it
   * begins with a slash.
   */
  public String port(Settings section) {
    String port = section.text("serial");
    if (port.isEmpty() || port.startsWith("/")) {
      return port;
    }
    if (link.isEmpty()) {
      section.problem(
          "serial",
          "\""
              + port
              + "\" is no path, and the file has no link: to look in; give a path as"
              + " /dev/serial/by-id/..., or --set link=DIR");
    }
    return Path.of(link, port).toString();
  }
}
