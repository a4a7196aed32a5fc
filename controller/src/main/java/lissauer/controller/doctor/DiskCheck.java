package lissauer.controller.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import lissauer.hal.Finding;

/** Where records go: is there room, and does it take them as fast as a row writes them. */
public final class DiskCheck {
  /** A row of an hour is 100 MB. */
  private static final long LEAST_MEBIBYTES = 200;

  private static final long ENOUGH_MEBIBYTES = 2048;
  private static final long MEBIBYTE = 1 << 20;

  /** As many bytes as a row writes in half a second, after which it forces them out. */
  private static final int BYTES = 32 * 1024;

  private static final int ROUNDS = 5;
  private static final double SLOW_MILLIS = 500;

  private DiskCheck() {}

  /**
   * Looks at the folder of a record.
   *
   * @param out folder that may not exist yet
   */
  public static List<Finding> of(Path out) {
    Path folder = out.toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return List.of(
          Finding.when(
              false,
              "disk",
              "folder",
              folder + (Files.isDirectory(folder) ? " cannot be written to" : " is a file"),
              "a folder that can be written to",
              "choose another --out, or chown it"));
    }
    return List.of(space(folder), written(folder));
  }

  private static Finding space(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
      String seen = free + " MiB free at " + folder;
      return free < LEAST_MEBIBYTES
          ? Finding.when(
              false,
              "disk",
              "space",
              seen,
              "at least " + LEAST_MEBIBYTES + " MiB",
              "delete something")
          : Finding.warnUnless(
              free >= ENOUGH_MEBIBYTES,
              "disk",
              "space",
              seen,
              ENOUGH_MEBIBYTES + " MiB for a day of rows",
              "move old runs elsewhere");
    } catch (IOException e) {
      return Finding.unknown("disk", "space", String.valueOf(e.getMessage()));
    }
  }

  private static Finding written(Path folder) {
    double slowestMillis = 0;
    try {
      Path file = Files.createTempFile(folder, ".lissauer-doctor", ".tmp");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        for (int i = 0; i < ROUNDS; i++) {
          long from = System.nanoTime();
          channel.write(ByteBuffer.allocate(BYTES));
          channel.force(false);
          slowestMillis = Math.max(slowestMillis, (System.nanoTime() - from) * 1e-6);
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return Finding.when(
          false,
          "disk",
          "write and force",
          String.valueOf(e.getMessage()),
          "written",
          "choose another --out, or free some space");
    }
    return Finding.warnUnless(
        slowestMillis <= SLOW_MILLIS,
        "disk",
        "write and force",
        String.format(Locale.ROOT, "32 KiB in %.1f ms at most, %d times", slowestMillis, ROUNDS),
        "at most 500 ms",
        "a slow card loses records of a row: take another, or an --out on another disk");
  }
}
