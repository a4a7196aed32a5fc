package lissauer.hal.lab;

import java.io.IOException;
import java.nio.file.Files;
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
  private static final String BY_ID = "/dev/serial/by-id/";

  /**
   * The key {@code tcp} of a section. On a rig with {@link #link} no address beyond this computer
   * is ever called: it is a name below the folder, a link that says where its stand-in listens.
   */
  public String address(Settings section) {
    String address = section.text("tcp");
    if (link.isEmpty() || address.isEmpty() || address.matches("(127\\..*|localhost)(:.*)?")) {
      return address;
    }
    Path standIn = Path.of(link, address);
    try {
      return Files.readSymbolicLink(standIn).toString();
    } catch (IOException e) {
      section.problem(
          "tcp",
          "there is no stand-in "
              + standIn
              + "; start lissauer devices --link "
              + link
              + ", or leave link: away to call the instrument itself");
      return "";
    }
  }

  /**
   * The key {@code serial} of a section: a path of a serial port, below {@link #link} unless it
   * begins with a slash. On a rig with {@link #link} a name of {@code /dev/serial/by-id} is looked
   * for below it too, so that no real device is reached.
   */
  public String port(Settings section) {
    String port = section.text("serial");
    if (!link.isEmpty() && port.startsWith(BY_ID)) {
      return Path.of(link, port.substring(BY_ID.length())).toString();
    }
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
