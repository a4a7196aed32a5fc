package lissauer.hal.relay;

import java.util.ArrayDeque;
import java.util.Queue;
import lissauer.hal.link.BadFrames;
import org.jspecify.annotations.Nullable;

/**
 * Finds packets in what arrives. What is no packet is counted, and the search goes on at its second
 * byte, so that a lost byte costs one packet.
 */
final class K8090Parser {
  private static final int MOST_WAITING = 64;

  private final BadFrames bad;
  private final byte[] window = new byte[K8090Packet.LENGTH];
  private final Queue<K8090Packet> packets = new ArrayDeque<>();
  private int length;
  private boolean lost;

  K8090Parser(BadFrames bad) {
    this.bad = bad;
  }

  void accept(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      window[length++] = bytes[i];
      if (window[0] != K8090Packet.START) {
        if (!lost) {
          bad.count("no start byte");
        }
        lost = true;
        length = 0;
      } else {
        lost = false;
      }
      if (length == K8090Packet.LENGTH) {
        judge();
      }
    }
  }

  /** The oldest packet; null when there is none. */
  @Nullable K8090Packet next() {
    return packets.poll();
  }

  private void judge() {
    K8090Packet packet = new K8090Packet(at(1), at(2), at(3), at(4));
    if (at(6) != K8090Packet.END) {
      reject("no end byte");
    } else if (at(5) != packet.check()) {
      reject("bad checksum");
    } else {
      if (packets.size() < MOST_WAITING) {
        packets.add(packet);
      } else {
        bad.count("flood");
      }
      length = 0;
    }
  }

  /** The bytes up to the next start belong to what is counted here. */
  private void reject(String name) {
    bad.count(name);
    lost = true;
    do {
      drop();
    } while (length > 0 && window[0] != K8090Packet.START);
  }

  private int at(int i) {
    return window[i] & 0xFF;
  }

  private void drop() {
    length--;
    System.arraycopy(window, 1, window, 0, length);
  }
}
