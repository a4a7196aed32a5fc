package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerfusionTest {
  private static double radius(double perfusion, boolean stops) {
    Tissue tissue = new Tissue(37, 0.15, 0.02, 0, 0.51, Setups.CAPACITY, perfusion, stops, 0);
    Resolution coarse = Resolution.STANDARD.finer(0.5);
    FullModel model = new FullModel(Setups.DREZ, tissue, Contact.FULL, coarse);
    new LesionRun(model, new Drive.Clamp(75, 1, 60, true), 10).heat().cool();
    return model.extents().of(DamageLaw.LIVER, 1).midRadiusMillimetres();
  }

  /** Grey matter, 60 s: 1.38 mm where destroyed tissue still bleeds, 1.40 where it does not. */
  @Test
  void aLesionGrowsFurtherWhereDestroyedTissueNoLongerBleeds() {
    double never = radius(50_450, false);
    double stops = radius(50_450, true);
    double none = radius(0, true);
    assertThat(stops).isBetween(never + 0.008, never + 0.04);
    assertThat(none).isGreaterThan(stops + 0.05).isEqualTo(radius(0, false));
  }
}
