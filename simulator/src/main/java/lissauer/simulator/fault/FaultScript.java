package lissauer.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.settings.Settings;

/**
 * What is to go wrong on a rig.
 *
 * @param name file name without its ending; empty when nothing is
 */
public record FaultScript(String name, String description, List<ScriptedFault> faults) {
  /** Nothing goes wrong. */
  public static final FaultScript NONE = new FaultScript("", "", List.of());

  /** Keeps its own copy. */
  public FaultScript {
    faults = List.copyOf(faults);
  }

  /** The script that the key {@code faults} of a rig file names, if it does. */
  public static FaultScript of(Settings rig) {
    return rig.has("faults") ? from(rig.file("faults", "faults")) : NONE;
  }

  /** Reads a script. */
  public static FaultScript from(Settings file) {
    String description = file.text("description", "");
    List<ScriptedFault> faults = new ArrayList<>();
    for (Settings fault : file.sections("faults")) {
      FaultReader.read(fault).ifPresent(faults::add);
    }
    if (faults.isEmpty() && file.sound()) {
      file.problem("faults", "is empty; say at least once where (at:) what (what:) breaks");
    }
    file.done();
    return new FaultScript(file.name(), description, faults);
  }

  /** Those that are no matter of things on the bench, but of what this process hears of them. */
  public List<ScriptedFault> onPorts() {
    return faults.stream().filter(fault -> !fault.what().physical()).toList();
  }

  /** A line for the script and one a fault, for records. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!name.isEmpty()) {
      lines.add("fault script " + name + (description.isEmpty() ? "" : ": " + description));
      faults.forEach(fault -> lines.add("scripted fault: " + fault.text()));
    }
    return lines;
  }
}
