package lissauer.controller.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import lissauer.controller.campaign.Outcome;
import lissauer.controller.campaign.Sampling;
import lissauer.controller.campaign.Scenario;
import lissauer.controller.campaign.SiteOutcome;
import lissauer.hal.console.Figure;
import org.junit.jupiter.api.Test;

/** What is printed, drawn and judged of outcomes that are known. */
class ComparisonTest {
  private static final Scenario RAMP = Scenario.of("ramp", 5, Sampling.FIFTY_HERTZ);
  private static final Scenario FASTEST =
      Scenario.of("fastest", 0, Sampling.FIFTY_HERTZ).withLag(0.1);

  private static SiteOutcome site(double overshoot, double one, double step) {
    return new SiteOutcome(2, overshoot, one, one + 1, 100, 98, step);
  }

  private static Outcome outcome(double bound, SiteOutcome... sites) {
    double[] course = IntStream.range(0, 500).mapToDouble(i -> -38 + i * 0.1).toArray();
    return new Outcome(List.of(sites), 80, 0.9, 0.95, bound, course);
  }

  private static double value(List<Figure> figures, String end) {
    return figures.stream().filter(f -> f.name().endsWith(end)).findFirst().orElseThrow().value();
  }

  private static boolean kept(List<Figure> figures, String end) {
    return figures.stream().filter(f -> f.name().endsWith(end)).findFirst().orElseThrow().kept();
  }

  @Test
  void everyPlantCountsForOvershootAndStepAndAllHoldsTogether() {
    Goal goal = new Goal(RAMP, 0.3, 5.1, Double.NaN, 0.3, 0.99);
    List<Outcome> outcomes =
        List.of(outcome(Double.NaN, site(0.1, 4, 0.1)), outcome(Double.NaN, site(0.31, 4.2, 0.29)));
    List<Figure> figures = goal.figures(outcomes, 1);
    assertThat(value(figures, "ramp: overshoot max")).isEqualTo(0.31);
    assertThat(kept(figures, "overshoot max")).isFalse();
    assertThat(value(figures, "within 0.5 K p95")).isEqualTo(5.2);
    assertThat(kept(figures, "within 0.5 K p95")).isFalse();
    assertThat(kept(figures, "perfusion step max")).isTrue();
    assertThat(value(figures, "hold within 0.2 K, share")).isCloseTo(0.98, within(1e-12));
    assertThat(kept(figures, "hold within 0.2 K, share")).isFalse();
    assertThat(kept(figures, "tissue peak max")).isTrue();
    assertThat(kept(figures, "power asked max")).isTrue();
    assertThat(kept(goal.figures(outcomes, 0.94), "power asked max")).isFalse();
  }

  /** 20 plants: 18 by the time, one more by 1.2 of its bound, one never. */
  @Test
  void aSlowPlantIsHeldAgainstItsOwnBound() {
    List<Outcome> outcomes =
        new java.util.ArrayList<>(Collections.nCopies(18, outcome(0.4, site(0, 0.6, 0))));
    outcomes.add(outcome(0.6, site(0, 0.72, 0)));
    outcomes.add(outcome(0.6, site(0, Double.POSITIVE_INFINITY, 0)));
    Goal goal = new Goal(FASTEST, 0.5, Double.NaN, 0.6, 0.3, 0.9);
    List<Figure> figures = goal.figures(outcomes, 1);
    assertThat(value(figures, "1.2 x bound, share")).isCloseTo(0.95, within(1e-12));
    assertThat(kept(figures, "1.2 x bound, share")).isTrue();
    outcomes.set(18, outcome(0.59, site(0, 0.72, 0)));
    assertThat(kept(goal.figures(outcomes, 1), "1.2 x bound, share")).isFalse();
  }

  @Test
  void theNextSitesOfARowAreHeldAgainstItsFirst() {
    Goal goal = new Goal(RAMP.row(3), 0.3, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    List<Outcome> better =
        List.of(outcome(Double.NaN, site(0.2, 4, 0), site(0.1, 4, 0), site(0.15, 4, 0)));
    List<Outcome> worse =
        List.of(outcome(Double.NaN, site(0.2, 4, 0), site(0.1, 4, 0), site(0.25, 4, 0)));
    assertThat(kept(goal.figures(better, 1), "next sites over first, p95")).isTrue();
    assertThat(kept(goal.figures(worse, 1), "next sites over first, p95")).isFalse();
    assertThat(value(goal.figures(worse, 1), "overshoot max")).isEqualTo(0.25);
  }

  @Test
  void theTableSaysNeverWhereABandWasNotReachedAndNothingWhereNothingWasAsked() {
    StringWriter text = new StringWriter();
    ComparisonTable table = new ComparisonTable(new PrintWriter(text));
    Comparison.Entry entry =
        new Comparison.Entry(
            "law", List.of(outcome(Double.NaN, site(0.125, Double.POSITIVE_INFINITY, 0.5))));
    table.print(new Comparison(RAMP, List.of(entry)));
    List<String> lines = text.toString().lines().toList();
    assertThat(lines.get(3)).startsWith("  law").contains("  never", "   0.13", "      .", " 80.0");
    assertThat(lines.get(1).indexOf("| held")).isEqualTo(lines.get(3).indexOf("| 98.0"));
    assertThat(lines.get(2).indexOf("% |")).isEqualTo(lines.get(3).indexOf(".0 |", 100) + 1);
    table.print(
        new Comparison(
            RAMP.row(2),
            List.of(
                new Comparison.Entry(
                    "law", List.of(outcome(Double.NaN, site(1, 1, 1), site(2, 2, 2)))))));
    assertThat(text.toString()).contains("law, 1st", "  next sites");
  }

  @Test
  void thePictureIsWellFormedAndHasARowForEachLaw() throws Exception {
    List<Comparison.Entry> entries =
        List.of(
            new Comparison.Entry("ours", List.of(outcome(0.5, site(0.2, 1, 0)))),
            new Comparison.Entry("a < b", List.of(outcome(0.5, site(40, 1, 0)))));
    String svg =
        new ComparisonPicture(
                List.of(new Comparison(RAMP, entries), new Comparison(FASTEST, entries)))
            .svg();
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("polygon").getLength()).isEqualTo(4);
    assertThat(svg).contains("a &lt; b", "ramp, max 40.00 K").doesNotContain("NaN");
  }

  @Test
  void everyScenarioOfTheIssueIsThereOnBothModels() {
    assertThat(Goal.onReducedModel()).hasSize(12);
    assertThat(Goal.onFullModel()).hasSize(6).allMatch(goal -> goal.scenario().full());
    assertThat(Goal.onReducedModel()).filteredOn(goal -> goal.scenario().harsh()).hasSize(4);
  }
}
