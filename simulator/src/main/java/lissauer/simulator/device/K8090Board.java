package lissauer.simulator.device;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A Velleman K8090: packets of seven bytes, an answer to on and off only if a relay changed, relays
 * that stay as they are when nobody speaks to it.
 */
public final class K8090Board implements WireDevice {
  private static final int LENGTH = 7;

  private final IntConsumer relays;
  private final Consumer<String> log;
  private final byte[] window = new byte[LENGTH];
  private Wire wire = _ -> {};
  private int length;
  private int state;

  /**
   * A board with all relays open.
   *
   * @param relays told of the state, one bit a relay, whenever it changes
   */
  public K8090Board(IntConsumer relays, Consumer<String> log) {
    this.relays = relays;
    this.log = log;
  }

  @Override
  public void sendTo(Wire there) {
    wire = there;
  }

  @Override
  public void receive(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      window[length++] = bytes[i];
      if (window[0] != 0x04) {
        length = 0;
      } else if (length == LENGTH) {
        length = 0;
        packet();
      }
    }
  }

  /** Presses buttons on the board, which toggles their relays. */
  public void press(int mask) {
    wire.send(packet(0x50, mask, mask, 0));
    change(state ^ mask);
  }

  /** Takes its power away and gives it back. */
  public void restart() {
    state = 0;
    relays.accept(0);
  }

  private void packet() {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += window[i];
    }
    if (window[6] != 0x0F || (byte) -sum != window[5]) {
      log.accept("< no packet");
      return;
    }
    int command = window[1] & 0xFF;
    int mask = window[2] & 0xFF;
    log.accept("< %02x mask %02x".formatted(command, mask));
    switch (command) {
      case 0x11 -> change(state | mask);
      case 0x12 -> change(state & ~mask);
      case 0x14 -> change(state ^ mask);
      case 0x18 -> wire.send(packet(0x51, state, state, 0));
      case 0x71 -> wire.send(packet(0x71, 0, 10, 99));
      default -> log.accept("passed over");
    }
  }

  private void change(int wanted) {
    int before = state;
    if (before != wanted) {
      state = wanted;
      relays.accept(wanted);
      log.accept("> relays %02x".formatted(wanted));
      wire.send(packet(0x51, before, wanted, 0));
    }
  }

  private static byte[] packet(int command, int mask, int first, int second) {
    int sum = 0x04 + command + mask + first + second;
    return new byte[] {
      0x04, (byte) command, (byte) mask, (byte) first, (byte) second, (byte) -sum, 0x0F
    };
  }
}
