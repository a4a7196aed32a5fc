package lissauer.hal.link;

import java.io.IOException;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.lab.LabBench;
import lissauer.hal.settings.Settings;

/**
 * Where a device is reached, as {@code tcp: host:port} or {@code serial: path} with {@code baud} in
 * its section of a rig file says.
 *
 * @param host or path of the serial port
 * @param portOrBaud TCP port, or line speed
 */
public record LinkSetup(boolean serial, String host, int portOrBaud) {
  private static final int CONNECT_MILLIS = 2000;

  /**
   * Reads {@code serial} and {@code baud}, or {@code tcp}; notes what is wrong.
   *
   * @param usualPort of the device on a network; 0 when it has only a serial port
   */
  public static LinkSetup from(Settings settings, LabBench bench, int usualBaud, int usualPort) {
    boolean onNetwork = usualPort > 0 && settings.has("tcp");
    if (usualPort > 0 && settings.has("serial") == onNetwork) {
      settings.problem("tcp", "say where the device is: either tcp: HOST:PORT or serial: PATH");
      return new LinkSetup(true, "", usualBaud);
    }
    if (!onNetwork) {
      int baud = (int) settings.whole("baud", 300, 4_000_000, usualBaud);
      return new LinkSetup(true, bench.port(settings), baud);
    }
    return tcp(settings, bench.address(settings), usualPort);
  }

  /** The path of its serial port, when it has one. */
  public List<String> serialPorts() {
    return serial ? List.of(host) : List.of();
  }

  /** Opens it. */
  public Link open(String device) throws DeviceException {
    try {
      return serial
          ? new SerialLink(host, portOrBaud)
          : new TcpLink(host, portOrBaud, CONNECT_MILLIS);
    } catch (IOException e) {
      throw new DeviceException(device, String.valueOf(e.getMessage()), e);
    }
  }

  private static LinkSetup tcp(Settings settings, String text, int usualPort) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    String port = colon < 0 ? String.valueOf(usualPort) : text.substring(colon + 1);
    boolean right =
        !host.isEmpty() && port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65535;
    if (!right && settings.isText("tcp")) {
      settings.problem("tcp", "\"" + text + "\" is no address; expected HOST:PORT, port to 65535");
    }
    return new LinkSetup(false, host, right ? Integer.parseInt(port) : usualPort);
  }
}
