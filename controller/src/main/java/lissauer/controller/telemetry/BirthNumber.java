package lissauer.controller.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sparkplug's bdSeq: 0 to 255, one more at every connection, over restarts too; it says which death
 * belongs to which birth. When the disk refuses, it goes on in memory.
 */
final class BirthNumber {
  private static final int NUMBERS = 256;

  private final Path file;
  private long current = -1;

  BirthNumber(Path folder) {
    file = folder.resolve("bdSeq");
    try {
      current = Long.parseLong(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      // The first connection ever, as far as anyone knows.
    }
  }

  /** The number of the next connection. */
  long next() {
    current = Math.floorMod(current + 1, NUMBERS);
    try {
      Files.writeString(file, String.valueOf(current));
    } catch (IOException e) {
      // Hosts take a repeated number as long as it fits the death that follows.
    }
    return current;
  }

  long current() {
    return current;
  }
}
