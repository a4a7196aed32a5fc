package lissauer.controller.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import lissauer.controller.doctor.WallClock;
import lissauer.controller.loop.Protocol;
import lissauer.controller.record.JournalHeader;
import lissauer.hal.Rig;
import org.jspecify.annotations.Nullable;

/**
 * The folder that one run leaves behind.
 *
 * @param started wall clock, as a label only
 */
record RunFolder(Path path, String name, Instant started) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * Makes the folder.
   *
   * @throws IOException if it cannot be made, or already holds a journal
   */
  static RunFolder create(@Nullable Path wanted, String plan) throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Path path = wanted == null ? fresh(STAMP.format(now) + "-" + plan) : made(wanted);
    String name = wanted == null ? path.getFileName().toString() : STAMP.format(now) + "-" + plan;
    RunFolder folder = new RunFolder(path, name, now);
    if (Files.exists(folder.journal())) {
      throw new IOException(
          folder.journal() + " exists; a record is never written over: choose another --out");
    }
    if (!Files.isWritable(path)) {
      throw new IOException(path + ": nothing can be written there; choose another --out");
    }
    return folder;
  }

  private static Path made(Path wanted) throws IOException {
    try {
      return Files.createDirectories(wanted);
    } catch (FileAlreadyExistsException e) {
      throw new IOException("--out " + wanted + ": is a file; expected a folder", e);
    } catch (IOException e) {
      throw new IOException("--out " + wanted + ": cannot be made (" + e.getMessage() + ")", e);
    }
  }

  /** Two runs may start in one second. */
  private static Path fresh(String name) throws IOException {
    Path runs = made(Path.of("runs"));
    for (int i = 1; ; i++) {
      try {
        return Files.createDirectory(runs.resolve(i == 1 ? name : name + "-" + i));
      } catch (FileAlreadyExistsException taken) {
        // The next number is tried.
      }
    }
  }

  Path journal() {
    return path.resolve("journal.jsonl");
  }

  /** The journal's first line. */
  JournalHeader header(
      Rig rig, Map<String, String> files, Map<String, String> overrides, Protocol protocol)
      throws IOException {
    Map<String, String> notSpeed = new TreeMap<>(overrides);
    notSpeed.remove("speed");
    return new JournalHeader(
        JournalHeader.FORMAT,
        name,
        started.toString(),
        WallClock.now().words(),
        rig.simulated(),
        Version.text(),
        Runtime.version().toString(),
        rig.name(),
        rig.devices(),
        new TreeMap<>(files),
        notSpeed,
        protocol,
        JournalHeader.tickColumns());
  }
}
