package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.hal.console.VirtualTip;
import lissauer.hal.console.VirtualTips;
import lissauer.hal.console.VirtualTissue;
import org.junit.jupiter.api.Test;

/** Tips for campaigns: what they add to the models below, above all perfusion that changes. */
class VirtualTipTest {
  private static final TipGeometry DREZ = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);
  private static final double GREY = 45_000;

  private final VirtualTips tips = new ModelledTips(new ReducedLibrary(Path.of("none"), _ -> {}));

  @Test
  void aChangeOfPerfusionLeavesTheTemperatureWhereItIs() {
    for (VirtualTissue.Model model : models()) {
      VirtualTip tip = tips.tip(DREZ, tissue(model, 0));
      pass(tip, 3, 0.3);
      double before = tip.tipCelsius();
      double peak = tip.tissuePeakCelsius();
      double ohms = tip.impedanceOhms();
      tip.perfuse(GREY);
      assertThat(tip.tipCelsius()).as("%s", model).isCloseTo(before, within(1e-9));
      assertThat(tip.tissuePeakCelsius()).as("%s", model).isCloseTo(peak, within(1e-9));
      assertThat(tip.impedanceOhms()).as("%s", model).isCloseTo(ohms, within(0.003 * ohms));
    }
  }

  /** The reduced model's change of tissue keeps the field, and with it the energy, everywhere. */
  @Test
  void aChangeOfTissueKeepsTheFieldEverywhere() {
    ReducedBasis basis = new ReducedLibrary(Path.of("none"), _ -> {}).shipped(DREZ).orElseThrow();
    Tissue before = new Tissue(37, 0.15, 0.02, 0, 0.51, 3.90225e6, 0, false, 0);
    ReducedModel one = new ReducedModel(basis, before);
    ReducedModel two = new ReducedModel(basis, before.withPerfusion(GREY));
    ReducedLesion lesion = new ReducedLesion(one);
    lesion.heat(2, 0.3);
    double[][] places = {{0, 0.5}, {0.2, 1}, {0.5, 1}, {1, 1}, {3, 0}, {8, -5}};
    double[] kelvin = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      kelvin[i] = lesion.kelvin(one.at(places[i][0], places[i][1]));
    }
    lesion.become(two);
    for (int i = 0; i < places.length; i++) {
      assertThat(lesion.kelvin(two.at(places[i][0], places[i][1])))
          .isCloseTo(kelvin[i], within(1e-9));
    }
    double[] amplitudes = lesion.amplitudes();
    lesion.heat(1.7, 0);
    assertThat(lesion.amplitudes()).containsExactly(two.cooled(amplitudes, 1.7), within(1e-12));
  }

  @Test
  void fromThenOnTheTipIsWhereTheNewPerfusionTakesIt() {
    for (VirtualTissue.Model model : models()) {
      VirtualTip changed = tips.tip(DREZ, tissue(model, 0));
      VirtualTip fresh = tips.tip(DREZ, tissue(model, GREY));
      VirtualTip old = tips.tip(DREZ, tissue(model, 0));
      pass(changed, 0.5, 0.2);
      changed.perfuse(GREY);
      pass(changed, 6, 0.2);
      pass(fresh, 6.5, 0.2);
      pass(old, 6.5, 0.2);
      assertThat(changed.tipCelsius()).as("%s", model).isCloseTo(fresh.tipCelsius(), within(0.1));
      assertThat(old.tipCelsius() - changed.tipCelsius()).as("%s", model).isGreaterThan(0.4);
    }
  }

  @Test
  void theHottestTissueIsThatOfTheFullModelOnAFastRampAndInTheHold() {
    VirtualTip full = tips.tip(DREZ, tissue(new VirtualTissue.Full(), 0));
    VirtualTip reduced = tips.tip(DREZ, tissue(VirtualTissue.Reduced.exact(), 0));
    double worst = 0;
    for (int i = 0; i < 300; i++) {
      double watts = i < 38 ? 1 : 0.5 - 0.0003 * i;
      full.advance(0.01, watts);
      reduced.advance(0.01, watts);
      if (i > 10) {
        worst = Math.max(worst, Math.abs(reduced.tissuePeakCelsius() - full.tissuePeakCelsius()));
      }
    }
    assertThat(full.tissuePeakCelsius()).isGreaterThan(full.tipCelsius() + 0.5);
    assertThat(worst).isLessThan(0.6);
  }

  @Test
  void earlierLesionsOfARowCoolOnInTheNewTissue() {
    VirtualTip changed = tips.tip(DREZ, tissue(VirtualTissue.Reduced.exact(), 0));
    VirtualTip same = tips.tip(DREZ, tissue(VirtualTissue.Reduced.exact(), 0));
    for (VirtualTip tip : new VirtualTip[] {changed, same}) {
      pass(tip, 5, 0.3);
      tip.place(new TipPosition(0, 2), new TipPosition(1, 2));
    }
    double warm = changed.tipCelsius();
    assertThat(warm).isGreaterThan(40);
    changed.perfuse(GREY);
    assertThat(changed.tipCelsius()).isCloseTo(warm, within(1e-9));
    pass(changed, 5, 0);
    pass(same, 5, 0);
    assertThat(changed.tipCelsius()).isBetween(37.0, same.tipCelsius() - 0.2);
    changed.place(new TipPosition(1, 2), new TipPosition(2, 2));
    assertThat(changed.tipCelsius()).isBetween(37.0, 41.0);
  }

  @Test
  void modesThatAreOffMakeAnotherTipEverySeedAndTheSameOneAgain() {
    double exact = later(VirtualTissue.Reduced.exact());
    double one = later(new VirtualTissue.Reduced(0.05, 1));
    double two = later(new VirtualTissue.Reduced(0.05, 2));
    assertThat(one).isNotEqualTo(two).isEqualTo(later(new VirtualTissue.Reduced(0.05, 1)));
    assertThat(one / exact).isCloseTo(1, within(0.1)).isNotCloseTo(1, within(1e-4));
    assertThat(later(new VirtualTissue.Reduced(0, 7))).isCloseTo(exact, within(1e-9));
  }

  @Test
  void modesCannotBeOffByMoreThanAThird() {
    assertThatThrownBy(() -> new VirtualTissue.Reduced(0.5, 1)).hasMessageContaining("0 to 0.3");
    assertThatThrownBy(() -> new VirtualTissue.Reduced(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private double later(VirtualTissue.Model model) {
    VirtualTip tip = tips.tip(DREZ, tissue(model, 10_888));
    pass(tip, 3, 0.2);
    return tip.tipCelsius() - 37;
  }

  private static VirtualTissue.Model[] models() {
    return new VirtualTissue.Model[] {
      VirtualTissue.Reduced.exact(), new VirtualTissue.Reduced(0.05, 3), new VirtualTissue.Full()
    };
  }

  private static VirtualTissue tissue(VirtualTissue.Model model, double perfusion) {
    return new VirtualTissue(model, 37, 0.15, 0.02, 0.51, 3.90225e6, perfusion);
  }

  private static void pass(VirtualTip tip, double seconds, double watts) {
    for (int i = 0; i < seconds * 100; i++) {
      tip.advance(0.01, watts);
    }
  }
}
