package lissauer.hal.port;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a serial port to one service at a time. The kernel's own exclusion (TIOCEXCL) does not hold
 * against root, and two services that talk to one front end would renew each other's lease.
 *
 * <p>The lock is the operating system's on a file named for the port's real path; it goes away with
 * the process that held it, whatever ends it. The file stays, with the number of who held it last.
 */
public final class PortLock implements AutoCloseable {
  /** Where Linux keeps locks of devices; everybody may write there. */
  private static final Path USUAL = Path.of("/run/lock");

  /** Of this process: a lock of the operating system does not tell two of its holders apart. */
  private static final Set<Path> MINE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private PortLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a port.
   *
   * @param port its path; links are followed, so that two names of one port are one lock
   * @throws IOException if somebody holds it, with who, or the lock cannot be made
   */
  public static PortLock take(String port) throws IOException {
    Path file = fileOf(port);
    if (!MINE.add(file)) {
      throw held(port, "this very process");
    }
    boolean taken = false;
    try {
      FileChannel channel = open(file);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        String who = who(file);
        channel.close();
        throw held(port, who);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
      taken = true;
      return new PortLock(file, channel);
    } finally {
      if (!taken) {
        MINE.remove(file);
      }
    }
  }

  /**
   * Who holds a port, in words; empty when no service does. Holds it itself for a moment, so ask
   * before a start and not beside one.
   */
  public static Optional<String> holder(String port) {
    try (PortLock _ = take(port)) {
      return Optional.empty();
    } catch (PortHeldException e) {
      return Optional.of(e.holder());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    } finally {
      MINE.remove(file);
    }
  }

  private static Path fileOf(String port) throws IOException {
    Path real;
    try {
      real = Path.of(port).toRealPath();
    } catch (NoSuchFileException e) {
      throw new IOException("there is no serial port " + port, e);
    }
    String name = "lissauer" + real.toString().replace('/', '-') + ".lock";
    return folder().resolve(name);
  }

  /** The same for every process of this machine, or two would not meet. */
  private static Path folder() {
    return Files.isWritable(USUAL) ? USUAL : Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
  }

  /** For everybody: the next service may run as another user. */
  private static FileChannel open(Path file) throws IOException {
    try {
      Files.createFile(file);
      Files.setPosixFilePermissions(
          file,
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.GROUP_READ,
              PosixFilePermission.GROUP_WRITE,
              PosixFilePermission.OTHERS_READ,
              PosixFilePermission.OTHERS_WRITE));
    } catch (FileAlreadyExistsException usual) {
      // Somebody had this port before.
    }
    return FileChannel.open(file, StandardOpenOption.WRITE);
  }

  private static String who(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      if (!text.matches("[0-9]{1,9}")) {
        return "another process";
      }
      String command =
          ProcessHandle.of(Long.parseLong(text))
              .flatMap(process -> process.info().command())
              .map(path -> " (" + path + ")")
              .orElse("");
      return "process " + text + command;
    } catch (IOException e) {
      return "another process";
    }
  }

  private static PortHeldException held(String port, String who) {
    return new PortHeldException(port, who);
  }
}
