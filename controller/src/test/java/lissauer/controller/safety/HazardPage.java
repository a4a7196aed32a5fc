package lissauer.controller.safety;

import java.util.Locale;
import java.util.stream.Collectors;

/** The hazard analysis as a page that people read. */
final class HazardPage {
  private static final String HEAD =
      """
      # Hazards, what answers them, and what proves it

      Made from [hazards.yaml](hazards.yaml) by `HazardAnalysisTest`, which fails when this page is older. Reaction: H hardware, T trip, S stop,
      B refuses to start, W warns. Budget: from the onset to RF commanded off; *not promised* where no time can be. Fault: `lissauer run --faults NAME`.

      | | hazard | shows as | found by | reaction, budget | trip or refusal | fault | tests |
      |---|---|---|---|---|---|---|---|
      """;

  private static final String MIDDLE =
      """

      # Trips and what the operator is told

      | trip | priority | likely causes, the likeliest first | next step |
      |---|---|---|---|
      """;

  private HazardPage() {}

  static String of(HazardAnalysis analysis) {
    String hazards = analysis.hazards().stream().map(HazardPage::row).collect(Collectors.joining());
    String trips =
        analysis.trips().stream()
            .map(trip -> row(trip, analysis.guidance(trip)))
            .collect(Collectors.joining());
    return HEAD + hazards + MIDDLE + trips;
  }

  private static String row(Hazard hazard) {
    String budget =
        Double.isNaN(hazard.budgetSeconds())
            ? ""
            : String.format(Locale.ROOT, ", %s s", hazard.budgetSeconds());
    String promise = hazard.detectable() || hazard.fault().isEmpty() ? "" : ", not promised";
    return line(
        hazard.id(),
        "**" + hazard.title() + "**: " + hazard.cause(),
        hazard.shows(),
        hazard.detection(),
        hazard.reaction() + budget + promise,
        hazard.trips().isEmpty()
            ? hazard.refusal()
            : hazard.trips().stream().map(HazardPage::code).collect(Collectors.joining(", ")),
        hazard.fault().isEmpty() ? "" : code(hazard.fault()),
        hazard.tests().stream().map(HazardPage::code).collect(Collectors.joining("<br>")));
  }

  private static String row(String trip, Guidance guidance) {
    return line(
        code(trip),
        guidance.priority().name().toLowerCase(Locale.ROOT),
        String.join("; ", guidance.causes()),
        guidance.nextStep());
  }

  private static String line(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
