package lissauer.hal.relay;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.lab.LabBench;
import lissauer.hal.link.LinkSetup;
import lissauer.hal.settings.Settings;

/**
 * What a rig file says of a relay of {@code kind: k8090}.
 *
 * @param relays on the board, 1 to 8, all in series with the electrode
 */
public record K8090Setup(LinkSetup link, List<Integer> relays) {
  /** Keeps its own copy. */
  public K8090Setup {
    relays = List.copyOf(relays);
  }

  /** Reads the section and notes what is wrong. */
  public static K8090Setup from(Settings settings, LabBench bench) {
    LinkSetup link = LinkSetup.from(settings, bench, K8090Relay.BAUD, 0);
    List<Integer> relays = new ArrayList<>();
    relays.add((int) settings.whole("relay", 1, 8));
    if (settings.has("second_relay")) {
      relays.add((int) settings.whole("second_relay", 1, 8));
    }
    settings.done();
    return new K8090Setup(link, relays);
  }

  /** Opens the board. */
  public K8090Relay open(RigClock clock) throws DeviceException {
    return K8090Relay.open(clock, link.open("relay"), relays);
  }
}
