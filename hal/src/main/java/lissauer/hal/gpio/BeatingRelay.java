package lissauer.hal.gpio;

import lissauer.hal.DeviceException;
import lissauer.hal.RfRelay;

/**
 * A relay behind a charge pump, which gets a beat whenever the relay is read: once a tick, so that
 * a loop that hangs lets it fall open.
 */
record BeatingRelay(RfRelay relay, Heartbeat heart) implements RfRelay {
  @Override
  public void drive(boolean closed) throws DeviceException {
    relay.drive(closed);
  }

  @Override
  public boolean closed() throws DeviceException {
    heart.beat();
    return relay.closed();
  }
}
