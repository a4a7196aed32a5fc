package lissauer.simulator.device;

import java.io.IOException;
import lissauer.hal.relay.K8090Relay;
import lissauer.hal.settings.Settings;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedRelay;

/** Stands in for a Velleman board whose relays lie in series with the electrode. */
public final class K8090Emulator implements Emulator {
  @Override
  public String driver() {
    return "k8090";
  }

  @Override
  public EmulatedDevice start(String name, Settings section, EmulatedBench bench)
      throws IOException {
    long first = section.whole("relay", 1, 8);
    int mask = 1 << (first - 1) | 1 << (section.whole("second_relay", 1, 8, first) - 1);
    SimulatedRelay contact = bench.live().ask(SimulatedBench::relay);
    K8090Board board =
        new K8090Board(
            state -> contact.drive((state & mask) == mask), WireSection.log(name, bench));
    return WireSection.start(name, section, bench, board, K8090Relay.BAUD);
  }
}
