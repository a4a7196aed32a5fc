package lissauer.controller.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The console with an enemy in its own process: {@code WHAT TRIGGER ARGUMENTS...}. Once the file
 * TRIGGER exists it takes all memory, all file descriptors, or allocates for a second as fast as it
 * can.
 */
public final class Saboteur {
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final List<Object> HOARD = new ArrayList<>();

  private Saboteur() {}

  public static void main(String[] arguments) {
    Path trigger = Path.of(arguments[1]);
    Thread.ofPlatform().daemon().start(() -> sabotage(arguments[0], trigger));
    Main.main(Arrays.copyOfRange(arguments, 2, arguments.length));
  }

  private static void sabotage(String what, Path trigger) {
    while (!Files.exists(trigger)) {
      LockSupport.parkNanos(SECOND_NANOS / 100);
    }
    switch (what) {
      case "memory" -> takeMemory();
      case "descriptors" -> takeDescriptors();
      case "storm" -> storm();
      default -> throw new IllegalArgumentException(what);
    }
  }

  /** Smaller and smaller pieces, until not even a list node fits; again and again. */
  private static void takeMemory() {
    long until = System.nanoTime() + 3 * SECOND_NANOS;
    for (int size = 1 << 20; System.nanoTime() < until; ) {
      try {
        HOARD.add(new byte[size]);
      } catch (OutOfMemoryError full) {
        size = Math.max(16, size / 2);
      }
    }
  }

  private static void takeDescriptors() {
    try {
      while (true) {
        HOARD.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException full) {
      System.err.println("no descriptor left: " + full.getMessage());
    }
  }

  private static void storm() {
    Object[] alive = new Object[64];
    long until = System.nanoTime() + SECOND_NANOS;
    for (int i = 0; System.nanoTime() < until; i++) {
      alive[i % alive.length] = new byte[1 << 19];
    }
    System.err.println("the storm is over " + alive.length);
  }
}
