package lissauer.controller.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.hal.Electrode;
import lissauer.hal.Finding;
import lissauer.hal.settings.ConfigException;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;

/** Whether every plan and every electrode of the configuration reads well. */
final class PlanFiles {
  private PlanFiles() {}

  static List<Finding> findings(ConfigFolder folder) {
    List<Finding> findings = new ArrayList<>();
    List<String> plans = folder.names("plans");
    List<String> electrodes = folder.names("electrodes");
    for (String plan : plans) {
      findings.addAll(
          problems(problems -> {
            var _ = new ProtocolReader(folder).read(plan, problems);
          }));
    }
    for (String electrode : electrodes) {
      findings.addAll(
          problems(problems -> {
            var _ =
                Electrode.from(
                    folder.open(
                        "electrodes", electrode, Map.of(), new Place("doctor", 0, 0), problems));
          }));
    }
    List<Finding> distinct = findings.stream().distinct().toList();
    return distinct.isEmpty()
        ? List.of(
            Finding.when(
                !plans.isEmpty(),
                "configuration",
                "plans and electrodes",
                plans.size() + " plans, " + electrodes.size() + " electrodes",
                "all valid",
                "is --config right?"))
        : distinct;
  }

  /** One finding a problem. */
  static List<Finding> wrong(ConfigException e) {
    return Arrays.stream(String.valueOf(e.getMessage()).split("\n", -1))
        .filter(line -> !line.isBlank())
        .map(line ->
            Finding.when(false, "configuration", "file", line.strip(), "valid", "edit the file"))
        .toList();
  }

  private interface Reading {
    void read(Problems problems);
  }

  private static List<Finding> problems(Reading reading) {
    Problems problems = new Problems();
    try {
      reading.read(problems);
      problems.throwIfAny();
      return List.of();
    } catch (ConfigException e) {
      return wrong(e);
    }
  }
}
