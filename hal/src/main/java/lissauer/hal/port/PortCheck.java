package lissauer.hal.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lissauer.hal.Finding;

/** Whether a serial port is there, may be used, and is used by nobody else; opens nothing. */
public final class PortCheck {
  private static final Path BY_ID = Path.of("/dev/serial/by-id");
  private static final String PORT = "port";

  private PortCheck() {}

  /** Looks at one port of a section of the rig file. */
  public static List<Finding> of(String subject, String path) {
    Path port = Path.of(path);
    if (!Files.exists(port)) {
      return List.of(absent(subject, port));
    }
    Path real;
    try {
      real = port.toRealPath();
    } catch (IOException e) {
      return List.of(absent(subject, port));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(rights(subject, port, real));
    Optional<String> holder = PortLock.holder(path).or(() -> stranger(real));
    findings.add(
        Finding.when(
            holder.isEmpty(),
            subject,
            "port in use",
            holder.map(who -> "held by " + who).orElse("by nobody"),
            "by nobody",
            "end the other program; a rig has one service at a time"));
    byId(real)
        .filter(stable -> !port.startsWith(BY_ID))
        .ifPresent(stable ->
            findings.add(
                new Finding(
                    Finding.State.WARN,
                    subject,
                    "port name",
                    path + " may be another device after the next reboot",
                    "a path below " + BY_ID,
                    "serial: " + stable)));
    return findings;
  }

  private static Finding absent(String subject, Path port) {
    boolean dangling = Files.exists(port, LinkOption.NOFOLLOW_LINKS);
    Path folder = port.getParent();
    List<String> others = names(folder == null ? BY_ID : folder, port.startsWith("/dev/pts"));
    List<String> ids = names(BY_ID, false);
    String there =
        !ids.isEmpty()
            ? "; plugged in are: " + String.join(", ", ids)
            : folder != null && !folder.equals(Path.of("/dev")) && !others.isEmpty()
                ? "; in " + folder + " there is: " + String.join(", ", others)
                : "; no serial device is plugged in";
    return Finding.missing(
        subject,
        PORT,
        (dangling ? port + " points to a port that is gone" : "there is no " + port) + there,
        "plug the device in and power it; for an emulated one start lissauer devices --link DIR");
  }

  private static Finding rights(String subject, Path port, Path real) {
    boolean may = Files.isReadable(real) && Files.isWritable(real);
    String group = "dialout";
    try {
      group = String.valueOf(Files.getAttribute(real, "posix:group"));
    } catch (IOException | UnsupportedOperationException e) {
      // The usual name will do.
    }
    String user = System.getProperty("user.name");
    String name = port.equals(real) ? port.toString() : port + " (" + real + ")";
    return Finding.when(
        may,
        subject,
        PORT,
        name + ", group " + group + (may ? "" : ": no right to read and write"),
        "readable and writable for " + user,
        "sudo usermod -aG " + group + " " + user + ", then log in again");
  }

  /** The device's own name for this port. */
  private static Optional<Path> byId(Path real) {
    return names(BY_ID, false).stream()
        .map(BY_ID::resolve)
        .filter(link -> {
          try {
            return link.toRealPath().equals(real);
          } catch (IOException gone) {
            return false;
          }
        })
        .findFirst();
  }

  /**
   * Some other program that has the port open, as far as this user may see. The other end of a
   * pseudo-terminal is no stranger.
   */
  private static Optional<String> stranger(Path real) {
    if (real.startsWith("/dev/pts")) {
      return Optional.empty();
    }
    long me = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != me)
        .filter(process -> hasOpen(process.pid(), real))
        .map(process ->
            "process "
                + process.pid()
                + process.info().command().map(c -> " (" + c + ")").orElse(""))
        .findFirst();
  }

  private static boolean hasOpen(long pid, Path real) {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return open.anyMatch(fd -> {
        try {
          return Files.readSymbolicLink(fd).equals(real);
        } catch (IOException gone) {
          return false;
        }
      });
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static List<String> names(Path folder, boolean none) {
    if (none) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException absent) {
      return List.of();
    }
  }
}
