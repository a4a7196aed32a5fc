package lissauer.hal.relay;

/**
 * One packet of the Velleman K8090 and VM8090, either way: 04 command mask first second check 0F.
 *
 * <p>Commands are those of the K8090/VM8090 protocol manual: 11 on, 12 off, 18 query, 51 relay
 * status (mask: before, first: now, second: timers), 71 firmware (first: year - 2000, second:
 * week).
 *
 * @param mask one bit a relay, the lowest for relay 1
 */
record K8090Packet(int command, int mask, int first, int second) {
  static final int LENGTH = 7;
  static final int START = 0x04;
  static final int END = 0x0F;
  static final int ON = 0x11;
  static final int OFF = 0x12;
  static final int QUERY = 0x18;
  static final int STATUS = 0x51;
  static final int BUTTON = 0x50;
  static final int FIRMWARE = 0x71;

  static K8090Packet of(int command, int mask) {
    return new K8090Packet(command, mask, 0, 0);
  }

  byte[] bytes() {
    return new byte[] {
      START, (byte) command, (byte) mask, (byte) first, (byte) second, (byte) check(), END
    };
  }

  /** Two's complement of the sum of all before it. */
  int check() {
    return -(START + command + mask + first + second) & 0xFF;
  }
}
