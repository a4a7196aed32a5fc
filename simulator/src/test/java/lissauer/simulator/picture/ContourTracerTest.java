package lissauer.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ContourTracerTest {
  private static final PlaneGrid SQUARE = PlaneGrid.regular(0, 2, 0, 2, 1);

  @Test
  void aCircleOnAGradedGridHasItsRadiusAndItsLength() {
    double[] faces = graded(60);
    PlaneGrid grid = PlaneGrid.ofFaces(faces, faces);
    List<Line> lines = trace(grid, (x, y) -> 1 - Math.hypot(x, y));

    assertThat(lines).hasSize(1);
    Line circle = lines.getFirst();
    assertThat(closed(circle)).isTrue();
    for (int i = 0; i < circle.points(); i++) {
      assertThat(Math.hypot(circle.columnMillimetres()[i], circle.rowMillimetres()[i]))
          .isCloseTo(1, within(0.003));
    }
    assertThat(lengthMillimetres(circle)).isCloseTo(2 * Math.PI, within(0.01));
  }

  @Test
  void twoHillsHaveTwoClosedLines() {
    PlaneGrid grid = PlaneGrid.regular(-3, 60, -2, 40, 0.1);
    List<Line> lines =
        trace(grid, (x, y) -> 0.6 - Math.min(Math.hypot(x - 1.5, y), Math.hypot(x + 1.5, y)));
    assertThat(lines).hasSize(2).allMatch(ContourTracerTest::closed);
  }

  @Test
  void aStraightFrontIsOneOpenLineFromEdgeToEdge() {
    PlaneGrid grid = PlaneGrid.regular(0, 10, 0, 7, 1);
    List<Line> lines = trace(grid, (x, _) -> x - 4.25);
    assertThat(lines).hasSize(1);
    assertThat(closed(lines.getFirst())).isFalse();
    assertThat(lines.getFirst().columnMillimetres())
        .containsOnly(new double[] {4.25}, within(1e-12));
    assertThat(lengthMillimetres(lines.getFirst())).isCloseTo(6, within(1e-12));
  }

  @Test
  void aSaddleJoinsTheCornersThatItsMiddleIsLike() {
    // a and c inside: 3·3 against 1·1 leaves the middle inside, so b and d are cut off.
    assertThat(cutOff(3, -1, 3, -1)).containsExactlyInAnyOrder("b", "d");
    assertThat(cutOff(1, -3, 1, -3)).containsExactlyInAnyOrder("a", "c");
    // The same with b and d inside.
    assertThat(cutOff(-1, 3, -1, 3)).containsExactlyInAnyOrder("a", "c");
    assertThat(cutOff(-3, 1, -3, 1)).containsExactlyInAnyOrder("b", "d");
  }

  @Test
  void aCornerWithoutAValueHasNoLineAndAFlatFieldHasNone() {
    assertThat(ContourTracer.trace(SQUARE, new double[] {1, -1, Double.NaN, -1})).isEmpty();
    assertThat(ContourTracer.trace(SQUARE, new double[] {1, 1, 1, 1})).isEmpty();
    assertThat(ContourTracer.trace(SQUARE, new double[] {-1, -1, -1, -1})).isEmpty();
  }

  @Test
  void everySingleCornerIsCutOffOnItsOwn() {
    assertThat(cutOff(1, -1, -1, -1)).containsExactly("a");
    assertThat(cutOff(-1, 1, -1, -1)).containsExactly("b");
    assertThat(cutOff(-1, -1, 1, -1)).containsExactly("c");
    assertThat(cutOff(1, 1, 1, -1)).containsExactly("d");
  }

  /** Which corners of one square the lines run round, by the nearest corner to their middle. */
  private static List<String> cutOff(double a, double b, double c, double d) {
    return ContourTracer.trace(SQUARE, new double[] {a, b, d, c}).stream()
        .map(line -> {
          double x = (line.columnMillimetres()[0] + line.columnMillimetres()[1]) / 2;
          double y = (line.rowMillimetres()[0] + line.rowMillimetres()[1]) / 2;
          return y < 1 ? (x < 1 ? "a" : "b") : (x < 1 ? "d" : "c");
        })
        .toList();
  }

  private static double[] graded(int each) {
    double[] faces = new double[2 * each + 1];
    Arrays.setAll(
        faces,
        i -> {
          double share = (i - each) / (double) each;
          return 2 * Math.signum(share) * Math.pow(Math.abs(share), 1.5);
        });
    return faces;
  }

  private static List<Line> trace(PlaneGrid grid, DoubleBinaryOperator field) {
    return ContourTracer.trace(grid, SyntheticLesion.values(grid, field));
  }

  private static boolean closed(Line line) {
    int last = line.points() - 1;
    return line.columnMillimetres()[0] == line.columnMillimetres()[last]
        && line.rowMillimetres()[0] == line.rowMillimetres()[last];
  }

  private static double lengthMillimetres(Line line) {
    double length = 0;
    for (int i = 1; i < line.points(); i++) {
      length +=
          Math.hypot(
              line.columnMillimetres()[i] - line.columnMillimetres()[i - 1],
              line.rowMillimetres()[i] - line.rowMillimetres()[i - 1]);
    }
    return length;
  }
}
