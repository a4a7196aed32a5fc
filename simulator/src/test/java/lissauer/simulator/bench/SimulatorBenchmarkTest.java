package lissauer.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.simulator.cartesian.CartesianRow;
import lissauer.simulator.cartesian.Fineness;
import lissauer.simulator.cartesian.Kinetics;
import lissauer.simulator.cartesian.Medium;
import lissauer.simulator.cartesian.Program;
import lissauer.simulator.reference.ReferenceCase;
import lissauer.simulator.tissue.Resolution;
import lissauer.simulator.tissue.Tissue;
import org.junit.jupiter.api.Test;

/** The parts of the benchmark, scaled down; what they say of speed is nobody's business here. */
class SimulatorBenchmarkTest {
  private final StringWriter text = new StringWriter();
  private final PrintWriter table = new PrintWriter(text);

  @Test
  void columnsStandUnderTheirHeadings() {
    Columns columns = new Columns(table, "a title", "mm", "a long heading");
    columns.line("one", 1.25, -0.5);
    columns.line("two", 1304.7, 1e-7);
    columns.line("three", Double.NaN, 0);
    assertThat(text.toString().lines())
        .containsExactly(
            "a title                          mm a long heading",
            "  one                        1.2500        -0.5000",
            "  two                        1304.7       1.00e-07",
            "  three                                     0.0000");
  }

  @Test
  void theFiguresOfAllPartsComeInOrder() throws DeviceException {
    Benchmark one = _ -> List.of(Figure.reported("one", 1, "1"), Figure.reported("two", 2, "1"));
    Benchmark other = _ -> List.of(Figure.atMost("three", 3, "1", 2));
    List<Figure> figures = new SimulatorBenchmark(List.of(one, other)).measure(table);
    assertThat(figures).extracting(Figure::name).containsExactly("one", "two", "three");
  }

  @Test
  void aCoarseMeshIsFurtherFromTheReferenceThanAllowed() {
    List<Figure> figures =
        new AgainstFiniteElements(
                List.of(ReferenceCase.of("B_w0_V16")), Resolution.STANDARD.finer(0.3))
            .measure(table);
    assertThat(figures).hasSize(7);
    assertThat(figures.getFirst().kept()).as("cold resistance").isFalse();
    assertThat(text.toString()).contains("full model - reference", "B_w0_V16");
  }

  @Test
  void publishedTrendsOverTimeAreMetAndAllLawsArePrinted() {
    List<Figure> figures = new AgainstExperiments().measure(table);
    assertThat(figures).hasSize(8).allMatch(Figure::kept);
    assertThat(text.toString()).contains("Tomlinson", "De Louw").contains("22 G 10 mm 80 C 180 s");
  }

  @Test
  void theReducedModelIsCloseInTissuesThatNoTrainingHasSeen() {
    List<Figure> figures = new AgainstFullModel(2).measure(table);
    assertThat(figures).allMatch(Figure::kept);
    assertThat(figures.getFirst().value()).isPositive();
  }

  @Test
  void drawsAreTheSameEveryTimeAndWithinTheirRange() {
    List<Tissue> draws = VirtualLesion.draws(20, 3);
    assertThat(draws).isEqualTo(VirtualLesion.draws(20, 3)).doesNotHaveDuplicates();
    assertThat(draws)
        .allSatisfy(tissue -> {
          assertThat(tissue.conductionWattsPerMetreKelvin()).isBetween(0.357, 0.663);
          assertThat(tissue.capacityJoulesPerCubicMetreKelvin()).isBetween(2.73e6, 5.08e6);
          assertThat(tissue.perfusionWattsPerCubicMetreKelvin()).isBetween(0.0, 50_000.0);
        });
  }

  @Test
  void speedIsToldByProcessorAndByClock() {
    List<Figure> full = new SpeedOfFullModel(Resolution.STANDARD.finer(0.3), 1).measure(table);
    List<Figure> reduced = new SpeedOfReducedModel(5).measure(table);
    List<Figure> row = new SpeedOfRow(2).measure(table);
    assertThat(full).extracting(Figure::value).allMatch(value -> value > 0);
    assertThat(reduced).extracting(Figure::value).allMatch(value -> value > 0);
    assertThat(row).extracting(Figure::value).allMatch(value -> value > 0);
    assertThat(text.toString()).contains("5 lesions of 31 s", "2 sites, one thread");
  }

  @Test
  void threadsChangeNoBits() {
    assertThat(new SameBits(Cases.nashold(2), 0.5).measure(table)).allMatch(Figure::kept);
  }

  @Test
  void aShortRowIsLaidOverItsCoarseSolutionInThreeDimensions() {
    Fineness coarse = new Fineness(0.1, 0.2, 0.5, 15, 2);
    CartesianRow judge =
        new CartesianRow(
            Medium.cord(), Kinetics.liver().above(39), new Program(75, 1, 15, 30), coarse);
    List<Figure> figures =
        new AgainstThreeDimensions(judge, List.of(new CartesianRow.Case(1, 5, 2))).measure(table);
    assertThat(figures.getFirst().value()).as("Dice").isBetween(0.97, 1.0);
    assertThat(figures.getLast().value()).as("half width").isCloseTo(0, within(0.03));
  }

  @Test
  void whatFailsOnAThreadOfItsOwnIsNotLost() {
    assertThatThrownBy(() ->
            Cases.onThreads(
                2,
                () -> {
                  throw new IllegalArgumentException("no");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("no");
  }
}
