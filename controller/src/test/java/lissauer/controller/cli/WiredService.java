package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Emulated devices in one process, the service in another, and what the front end's log says. */
final class WiredService implements AutoCloseable {
  private static final String PLAN =
      """
      description: one site
      electrode: drez-spinal
      program:
        kind: thermal
        set_celsius: 75
        ramp_seconds: 4
        hold_seconds: 12
      row:
        sites: 1
        spacing_millimetres: 1
        depth_millimetres: 2
      next_site_below_celsius: 45
      """;

  /** Commands with power until the hold is under way. */
  private static final int HEATING = 260;

  private static final long LOOK_MILLIS = 250;

  private final Path folder;
  private final ObjectMapper json = new ObjectMapper();
  private final Process devices;
  private final List<Process> services = new ArrayList<>();

  /** Starts the devices. */
  WiredService(Path folder, String... options) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("one.yaml"), PLAN);
    List<String> words =
        new ArrayList<>(
            List.of("devices", "--rig", "wired", "--link", folder.resolve("bench").toString()));
    words.addAll(List.of(options));
    devices =
        new ProcessBuilder(first(ProcessTest.lissauer(words.toArray(String[]::new))))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = devices.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).startsWith("front-end /dev/pts/");
    assertThat(out.readLine()).startsWith("stage /dev/pts/");
  }

  /**
   * Starts a row whose command line may be changed first.
   *
   * @param name of its folder and of the file with what it prints
   * @param state folder in which it finds out whether the rig is free, and not latched
   */
  Process start(String name, String state, Change change) throws IOException {
    List<String> command =
        change.of(
            ProcessTest.lissauer(
                "run",
                "--no-report",
                "--rig",
                "wired",
                "--set",
                "link=" + folder.resolve("bench"),
                "--plan",
                folder.resolve("one.yaml").toString(),
                "--out",
                folder.resolve(name).toString(),
                "--state",
                folder.resolve(state).toString()));
    Process service =
        new ProcessBuilder(first(command))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".txt").toFile())
            .start();
    services.add(service);
    return service;
  }

  /** Before other work of this machine, where that is allowed: all this happens in real time. */
  private static List<String> first(List<String> command) {
    List<String> words = new ArrayList<>(List.of("nice", "-n", "-10"));
    words.addAll(command);
    return words;
  }

  /** What is done to a command line. */
  @FunctionalInterface
  interface Change {
    List<String> of(List<String> command);

    /** Nothing. */
    static List<String> none(List<String> command) {
      return command;
    }

    /** Tells this broker, and not none. */
    static Change broker(String address) {
      return command -> {
        List<String> words = new ArrayList<>(command);
        words.remove("--no-telemetry");
        words.addAll(List.of("--broker", address));
        return words;
      };
    }

    /** Runs it in a shell after something else. */
    static Change after(String shell) {
      return command -> {
        List<String> words = new ArrayList<>(List.of("bash", "-c", shell + "; exec \"$@\"", "-"));
        words.addAll(command);
        return words;
      };
    }

    /** Puts an enemy into the process, with options for its JVM. */
    static Change enemy(String what, Path trigger, String... options) {
      return command -> {
        List<String> words = new ArrayList<>(command);
        words.addAll(1, List.of(options));
        int main = words.indexOf(Main.class.getName());
        words.set(main, Saboteur.class.getName());
        words.addAll(main + 1, List.of(what, trigger.toString()));
        return words;
      };
    }
  }

  /** Waits until the hold is under way; false when the row has ended before. */
  boolean heats(Process service) throws Exception {
    int before = heated();
    while (service.isAlive() && heated() < before + HEATING) {
      Thread.sleep(LOOK_MILLIS);
    }
    return service.isAlive();
  }

  /** Waits for a row's end. */
  String printed(Process service, String name) throws Exception {
    assertThat(service.waitFor(2, TimeUnit.MINUTES)).as("the service must end").isTrue();
    return Files.readString(folder.resolve(name + ".txt"), StandardCharsets.UTF_8);
  }

  /** When the output first went off after a moment. */
  long offNanos(long afterNanos) throws Exception {
    return nanosOf("output off", afterNanos);
  }

  /** When something first happened after a moment. */
  long nanosOf(String what, long afterNanos) throws Exception {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < patience) {
      for (JsonNode line : log()) {
        if (event(line).equals(what) && nanos(line) > afterNanos) {
          return nanos(line);
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new AssertionError("the devices never noted: " + what);
  }

  /** Whether the output came on after a moment. */
  boolean cameOn(long afterNanos) throws IOException {
    return log().stream()
        .anyMatch(line -> event(line).equals("output on") && nanos(line) > afterNanos);
  }

  /** Longest time that the output was on without a command, by the front end's own clock. */
  double longestWithoutCommandSeconds() throws IOException {
    long longest = 0;
    long commanded = Long.MAX_VALUE;
    for (JsonNode line : log()) {
      if (event(line).equals("output off")) {
        longest = Math.max(longest, nanos(line) - commanded);
        commanded = Long.MAX_VALUE;
      } else if (line.has("setPointWatts")) {
        longest = Math.max(longest, nanos(line) - commanded);
        commanded = line.get("setPointWatts").asDouble() > 0 ? nanos(line) : Long.MAX_VALUE;
      }
    }
    return longest * 1e-9;
  }

  /** Cheap, since whoever looks takes time from those who are looked at. */
  private int heated() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("bench/devices.jsonl"))) {
      return (int)
          lines
              .filter(line -> line.contains("\"setPointWatts\":"))
              .filter(line -> !line.matches(".*\"setPointWatts\":0\\.0[,}].*"))
              .count();
    }
  }

  private List<JsonNode> log() throws IOException {
    return Files.readAllLines(folder.resolve("bench/devices.jsonl")).stream()
        .filter(line -> line.startsWith("{") && line.endsWith("}"))
        .filter(line -> !line.contains("\"device\":\"stage\""))
        .map(json::readTree)
        .toList();
  }

  private static String event(JsonNode line) {
    return line.get("event").asString();
  }

  private static long nanos(JsonNode line) {
    return line.get("monotonicNanos").asLong();
  }

  @Override
  public void close() {
    try {
      for (Process service : services) {
        service.destroyForcibly().waitFor();
      }
      devices.destroy();
      devices.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
