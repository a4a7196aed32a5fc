package lissauer.hal.link;

import java.util.Random;

/** Makes wrong frames from right ones, seeded. */
public final class Mutations {
  private final Random random;

  public Mutations(long seed) {
    random = new Random(seed);
  }

  /** Whole, or with bytes changed, lost, doubled, or noise in the place of all. */
  public byte[] of(byte[] frame) {
    byte[] bytes = frame.clone();
    switch (random.nextInt(8)) {
      case 0 -> random.nextBytes(bytes);
      case 1 -> bytes = part(bytes, random.nextInt(bytes.length));
      case 2, 3 -> {
        for (int i = 0; i <= random.nextInt(4); i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 4 -> bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
      case 5 -> bytes[random.nextInt(bytes.length)] = (byte) ('0' + random.nextInt(10));
      case 6 -> bytes = twice(bytes);
      default -> {
        // Whole.
      }
    }
    return bytes;
  }

  private static byte[] part(byte[] bytes, int count) {
    return java.util.Arrays.copyOf(bytes, count);
  }

  private static byte[] twice(byte[] bytes) {
    byte[] both = java.util.Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
    return both;
  }
}
