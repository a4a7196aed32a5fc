package lissauer.simulator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lissauer.hal.Electrode;
import lissauer.hal.TipPosition;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.PlannedRow;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.simulator.cord.CordSection;
import lissauer.simulator.row.RowAnatomy;
import lissauer.simulator.row.RowRequest;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.ReducedLibrary;
import lissauer.simulator.tissue.ReducedModel;
import lissauer.simulator.tissue.Tissue;
import org.jspecify.annotations.Nullable;

/** Reads what a row is predicted from. */
final class CoverageReader {
  static final double BOX_HALF_WIDTH_MILLIMETRES = 0.75;
  private static final double COOL_SECONDS = 30;

  private final ConsoleFiles files;
  private final Map<String, String> overrides;
  private final Problems problems;
  private final OptionNumbers numbers;
  private final Consumer<String> news;

  CoverageReader(
      ConsoleFiles files, Map<String, String> overrides, Problems problems, Consumer<String> news) {
    this.files = files;
    this.overrides = overrides;
    this.problems = problems;
    this.numbers = new OptionNumbers(problems);
    this.news = news;
  }

  /** The row as the plan has it. */
  CoverageCase read(String plan, String tissueName, String sectionName, String target) {
    files.open("plans", plan, Map.of(), new Place("PLAN", 0, 0), problems);
    problems.throwIfAny();
    return read(files.row(plan, problems), tissueName, sectionName, target);
  }

  /** The same for a row that is known already. */
  CoverageCase read(PlannedRow row, String tissueName, String sectionName, String target) {
    CaseReader reader = new CaseReader(files, overrides, problems);
    Settings tissueFile = reader.tissueFile(tissueName);
    Tissue tissue = reader.tissue(tissueFile, null);
    Electrode electrode = row.electrode();
    Contact contact = reader.contact(tissueFile, electrode);
    if (!contact.equals(Contact.FULL)) {
      numbers.wrong(
          "--tissue", "has a tip that is not fully in tissue; a row is predicted in full contact");
    }
    double deepest =
        row.sites().stream().mapToDouble(TipPosition::depthMillimetres).max().orElse(0);
    Optional<RowAnatomy> section = section(sectionName, row.angleDegrees(), deepest);
    check(target, section);
    RowAnatomy box =
        new RowAnatomy.Box(BOX_HALF_WIDTH_MILLIMETRES, shallowest(row) - bare(electrode), deepest);
    RowRequest request =
        new RowRequest(
            row.sites(),
            TreatmentOptions.drive(row.heating()),
            electrode.caps().controlWatts(),
            new RowRequest.Pause(row.nextSiteBelowCelsius(), 2),
            COOL_SECONDS);
    return new CoverageCase(
        row.planName(),
        tissueFile.name(),
        electrode,
        model(electrode, tissue),
        request,
        row.spacingMillimetres(),
        target.equals("box") ? box : section.orElse(box),
        section);
  }

  private void check(String target, Optional<RowAnatomy> section) {
    if (!target.equals("box") && !target.equals("section")) {
      numbers.wrong("--target", "\"" + target + "\" is neither box nor section");
    } else if (target.equals("section") && section.isEmpty()) {
      numbers.wrong("--target", "section needs a --section");
    }
    problems.throwIfAny();
  }

  private static double bare(Electrode electrode) {
    return electrode.geometry().bareMillimetres();
  }

  private static double shallowest(PlannedRow row) {
    return row.sites().stream().mapToDouble(TipPosition::depthMillimetres).min().orElse(0);
  }

  private ReducedModel model(Electrode electrode, Tissue tissue) {
    ReducedLibrary library =
        new ReducedLibrary(
            ReducedLibrary.userCache(System.getenv(), System.getProperty("user.home")), news);
    return new ReducedModel(library.basis(electrode.geometry()), tissue);
  }

  private Optional<RowAnatomy> section(String name, double angle, double deepest) {
    if (name.equals("none")) {
      return Optional.empty();
    }
    Settings file = files.open("sections", name, Map.of(), new Place("--section", 0, 0), problems);
    CordSection section = CordSection.from(file);
    problems.throwIfAny();
    return Optional.of(RowAnatomy.Section.of(section, angle, deepest));
  }

  /** The same with what the options change. */
  CoverageCase changed(
      CoverageCase row, @Nullable String spacing, @Nullable String wait, @Nullable String clamp) {
    RowRequest request = row.request();
    double step = numbers.read("--spacing", spacing, 0.5, 5, "mm", row.spacingMillimetres());
    if (spacing != null) {
      request = request.with(respaced(request.sites(), row.spacingMillimetres(), step));
    }
    if (wait != null) {
      double seconds = numbers.read("--wait", wait, 0, 600, "s");
      request = request.with(new RowRequest.Pause(Double.POSITIVE_INFINITY, seconds));
    }
    if (clamp != null) {
      double celsius = numbers.read("--clamp", clamp, 40, 95, "°C");
      if (request.drive() instanceof Drive.Clamp old) {
        request =
            request.with(
                new Drive.Clamp(celsius, old.rampSeconds(), old.holdSeconds(), old.smooth()));
      } else {
        numbers.wrong("--clamp", "changes a set temperature, which this plan has not");
      }
    }
    return row.with(request, step);
  }

  /** As many sites over the same length as the new spacing needs. */
  private static List<TipPosition> respaced(
      List<TipPosition> sites, double oldSpacing, double spacing) {
    double length =
        sites.stream().mapToDouble(TipPosition::alongMillimetres).max().orElse(0) + oldSpacing;
    List<Double> depths = sites.stream().map(TipPosition::depthMillimetres).distinct().toList();
    List<TipPosition> placed = new ArrayList<>();
    int places = (int) Math.max(1, Math.ceil(length / spacing - 1e-9));
    for (int place = 0; place < places; place++) {
      for (double depth : depths) {
        placed.add(new TipPosition(place * spacing, depth));
      }
    }
    return placed;
  }
}
