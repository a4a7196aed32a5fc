package lissauer.controller.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.Trip;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers, beyond the life of a process, that a rig was left tripped or in the middle of a row,
 * and keeps a second service off it.
 *
 * <p>Before a rig is opened a run writes that it is under way. Only an end that is known takes that
 * away again, so a process that dies of anything leaves the rig latched. The file is written anew
 * beside the old one and moved over it, so it is never half there.
 */
final class RigLatch implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final FileChannel channel;

  /**
   * What the last service left.
   *
   * @param run name of its run
   * @param trip name of the trip to be acknowledged
   * @param what it measured against which limit
   */
  record Latched(String run, String trip, String what) {}

  /** Another service drives this rig. */
  static final class RigInUse extends IOException {
    private static final long serialVersionUID = 1;

    RigInUse(String rig, String by) {
      super(
          "rig "
              + rig
              + " is in use by process "
              + by
              + ": one service drives a rig; end that one first");
    }
  }

  private RigLatch(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes a rig, if nobody has it.
   *
   * @param folder where this user's or this machine's rigs are remembered
   * @throws RigInUse if another service has
   */
  static RigLatch take(Path folder, String rig) throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(rig + ".lock");
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock == null) {
        throw new RigInUse(rig, Files.readString(path, StandardCharsets.UTF_8).strip());
      }
      channel.truncate(0);
      write(channel, Long.toString(ProcessHandle.current().pid()));
      return new RigLatch(folder.resolve(rig + ".latch"), channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new RigInUse(rig, Long.toString(ProcessHandle.current().pid()));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * What must be acknowledged before anything is heated here again.
   *
   * @throws IOException if the file cannot be read, which is no reason to heat either
   */
  Optional<Latched> left() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Latched.class));
    } catch (JacksonException e) {
      throw new IOException(
          file + ": cannot be understood; look at the rig, see that RF is off, and delete it", e);
    }
  }

  /** From here on a process that dies leaves the rig latched. */
  void running(String run) throws IOException {
    tripped(run, new RigTrip.Interrupted(run));
  }

  /** The run ended with a trip. */
  void tripped(String run, Trip trip) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(out, JSON.writeValueAsString(new Latched(run, trip.name(), trip.what())));
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }

  /** Nothing is left to acknowledge. */
  void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  /** How a run ended decides what is left. */
  void ended(String run, @Nullable Trip trip) throws IOException {
    if (trip == null || trip.interrupts()) {
      clear();
    } else {
      tripped(run, trip);
    }
  }

  private static void write(FileChannel out, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    out.force(true);
  }

  /** Lets the rig go, as the end of the process does. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
