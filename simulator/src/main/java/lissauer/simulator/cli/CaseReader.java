package lissauer.simulator.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lissauer.hal.Electrode;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.PlannedRow;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.Tissue;
import org.jspecify.annotations.Nullable;

/** Reads the files that a simulated lesion is made of. */
final class CaseReader {
  private static final String ELECTRODE = "electrode.";
  private static final String TISSUE = "tissue.";

  private final ConsoleFiles files;
  private final Problems problems;
  private final OptionNumbers numbers;
  private final Map<String, String> overrides;

  /** A reader that puts {@code --set tissue.KEY=V} and {@code --set electrode.KEY=V} over files. */
  CaseReader(ConsoleFiles files, Map<String, String> overrides, Problems problems) {
    this.files = files;
    this.problems = problems;
    this.numbers = new OptionNumbers(problems);
    this.overrides = overrides;
    overrides.forEach((key, value) -> {
      if (!key.startsWith(ELECTRODE) && !key.startsWith(TISSUE)) {
        numbers.wrong(
            "--set " + key + "=" + value, "must begin with " + TISSUE + " or " + ELECTRODE);
      }
    });
  }

  /** The plan of that name, or null when none is asked for. */
  @Nullable PlannedRow row(@Nullable String plan) {
    if (plan == null) {
      return null;
    }
    files.open("plans", plan, Map.of(), new Place("--program", 0, 0), problems);
    problems.throwIfAny();
    return files.row(plan, problems);
  }

  /** The electrode that is named, or that of the plan. */
  Electrode electrode(@Nullable String name, @Nullable PlannedRow row) {
    Map<String, String> own = under(ELECTRODE);
    if (name == null && row != null && own.isEmpty()) {
      return row.electrode();
    }
    String wanted = name != null ? name : row != null ? row.electrode().name() : "";
    if (wanted.isEmpty()) {
      numbers.wrong(
          "--electrode", "is missing; give one of " + String.join(", ", files.names("electrodes")));
      problems.throwIfAny();
    }
    Settings file = files.open("electrodes", wanted, own, new Place("--electrode", 0, 0), problems);
    Electrode electrode = Electrode.from(file);
    for (String others : List.of("description", "control", "lesion_width")) {
      file.has(others);
    }
    file.done();
    return electrode;
  }

  /** Opens a tissue file, for {@link #tissue} and {@link #contact}. */
  Settings tissueFile(String name) {
    return files.open("tissues", name, under(TISSUE), new Place("--tissue", 0, 0), problems);
  }

  /** The tissue, with {@code --alpha} over its own slope of conductivity. */
  Tissue tissue(Settings file, @Nullable String alpha) {
    Tissue tissue = Tissue.from(file);
    double perKelvin =
        numbers.read("--alpha", alpha, 0, 0.05, "1/K", tissue.conductivityPerKelvin());
    return tissue.withConductivityPerKelvin(perKelvin);
  }

  /** What the tip touches; the end of the reading of a tissue file. */
  Contact contact(Settings file, Electrode electrode) {
    Contact contact = Contact.from(file);
    double top = electrode.geometry().aboveMillimetres();
    double surface = contact.surfaceMillimetres();
    if (Double.isFinite(surface) && !(surface < top)) {
      file.problem(
          "contact",
          "puts the surface at %s mm, but %s is modelled up to %s mm; lower it, or leave it out"
              .formatted(OptionNumbers.show(surface), electrode.name(), OptionNumbers.show(top)));
    }
    file.has("description");
    file.done();
    return contact;
  }

  private Map<String, String> under(String prefix) {
    Map<String, String> own = new LinkedHashMap<>();
    overrides.forEach((key, value) -> {
      if (key.startsWith(prefix)) {
        own.put(key.substring(prefix.length()), value);
      }
    });
    return own;
  }
}
