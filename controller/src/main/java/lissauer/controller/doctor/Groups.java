package lissauer.controller.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The groups that this very process has, which are not always those that its user has by now. */
final class Groups {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path NAMES = Path.of("/etc/group");

  private Groups() {}

  /** Names, or numbers where there is no name; empty where the system does not tell. */
  static List<String> ofThisProcess() {
    try {
      Map<String, String> names = new HashMap<>();
      for (String line : Files.readAllLines(NAMES)) {
        String[] fields = line.split(":", -1);
        if (fields.length > 2) {
          names.put(fields[2], fields[0]);
        }
      }
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("Groups:") || line.startsWith("Gid:"))
          .flatMap(
              line -> Arrays.stream(line.substring(line.indexOf(':') + 1).strip().split("\\s+")))
          .filter(number -> !number.isEmpty())
          .distinct()
          .map(number -> names.getOrDefault(number, number))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
