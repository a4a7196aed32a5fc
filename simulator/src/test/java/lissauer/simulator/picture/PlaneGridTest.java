package lissauer.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaneGridTest {
  @Test
  void mirroringPutsTheOtherSideFirst() {
    PlaneGrid half = PlaneGrid.ofFaces(new double[] {0, 1, 3}, new double[] {0, 1, 2});
    PlaneGrid whole = half.mirrored();
    assertThat(whole.columnFacesMillimetres()).containsExactly(-3, -1, 0, 1, 3);
    assertThat(whole.columnCentresMillimetres()).containsExactly(-2, -0.5, 0.5, 2);
    assertThat(half.mirrored(new double[] {1, 2, 3, 4})).containsExactly(2, 1, 1, 2, 4, 3, 3, 4);
  }

  @Test
  void aGridWithoutOrderIsRefused() {
    double[] good = {0, 1, 2};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaneGrid.ofFaces(good, new double[] {0, 2, 1}))
        .withMessageContaining("row 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaneGrid.ofFaces(new double[] {0, 1}, good))
        .withMessageContaining("column");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaneGrid.ofFaces(new double[] {0, Double.NaN, 2}, good));
  }

  @Test
  void damageIsTracedByItsLogarithm() {
    PlaneGrid grid = PlaneGrid.regular(0, 6, 0, 3, 1);
    double[] omega = SyntheticLesion.values(grid, (x, _) -> 100 * Math.pow(10, -x));
    List<Line> lines =
        ContourTracer.trace(
            grid, Contour.damage("liver", new CellField("Ω", "", omega), 1).excess());
    assertThat(lines.getFirst().columnMillimetres()).containsOnly(new double[] {2}, within(1e-12));
  }

  @Test
  void noDamageAtAllIsAValueLikeAnyOtherAndALevelMustBeOne() {
    CellField omega = new CellField("Ω", "", new double[] {0, 1, Double.NaN});
    double[] excess = Contour.damage("liver", omega, 1).excess();
    assertThat(excess[0]).isLessThan(-10).isFinite();
    assertThat(excess[1]).isZero();
    assertThat(excess[2]).isNaN();
    assertThatIllegalArgumentException().isThrownBy(() -> Contour.damage("liver", omega, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Contour.isotherm(omega, Double.NaN));
  }

  @Test
  void linesRunOnUnderTheElectrode() {
    PlaneGrid grid = PlaneGrid.regular(0, 4, 0, 3, 1);
    double[] values = {Double.NaN, Double.NaN, 3, 4, Double.NaN, Double.NaN, 3, 4, 1, 2, 3, 4};
    double[] filled = Lines.intoTheUnknown(grid, values);
    assertThat(filled[0]).isNaN();
    assertThat(filled[1]).isEqualTo(3);
    assertThat(filled[4]).isEqualTo(1.5);
    assertThat(filled[11]).isEqualTo(4);
  }

  @Test
  void coloursGrowLighterAllTheWayAndStayAtTheirEnds() {
    for (ColourMap map : ColourMap.values()) {
      double before = -1;
      for (int i = 0; i <= 100; i++) {
        double light = light(map.rgb(i / 100.0));
        assertThat(light).isGreaterThan(before);
        before = light;
      }
    }
    assertThat(ColourMap.VIRIDIS.rgb(-1)).isEqualTo(0x440154);
    assertThat(ColourMap.INFERNO.rgb(2)).isEqualTo(0xfcffa4);
  }

  private static double light(int rgb) {
    return 0.2126 * Math.pow(rgb >> 16 & 0xff, 2.2)
        + 0.7152 * Math.pow(rgb >> 8 & 0xff, 2.2)
        + 0.0722 * Math.pow(rgb & 0xff, 2.2);
  }
}
