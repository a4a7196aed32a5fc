package lissauer.hal.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void aFigureKeepsItsLimitsAndSaysWhichTheyAre() {
    assertThat(Figure.atMost("error", 0.2, "mm", 0.3))
        .hasToString("error: 0.2000 mm (at most 0.3000)");
    assertThat(Figure.atLeast("speed", 70, "1", 60)).hasToString("speed: 70.00 1 (at least 60.00)");
    assertThat(new Figure("growth", 15, "%", 11, 20))
        .hasToString("growth: 15.00 % (11.00 to 20.00)");
    assertThat(Figure.reported("cells", 9, "1")).hasToString("cells: 9.000 1 (no limit)");
  }

  @Test
  void aFigureBeyondALimitSaysSo() {
    assertThat(Figure.atMost("error", 0.4, "mm", 0.3).kept()).isFalse();
    assertThat(Figure.atLeast("speed", 50, "1", 60))
        .hasToString("speed: 50.00 1 (NOT at least 60.00)");
    assertThat(new Figure("growth", 10, "%", 11, 20).kept()).isFalse();
    assertThat(new Figure("growth", 21, "%", 11, 20).kept()).isFalse();
  }

  @Test
  void noNumberKeepsNoLimit() {
    assertThat(Figure.atMost("error", Double.NaN, "mm", 0.3).kept()).isFalse();
    assertThat(Figure.atLeast("speed", Double.NaN, "1", 60).kept()).isFalse();
    assertThat(Figure.reported("cells", Double.NaN, "1").kept()).isFalse();
  }
}
