package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import org.junit.jupiter.api.Test;

class FullRowPlantTest {
  private static final TipGeometry DREZ = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);
  private static final Resolution COARSE = Resolution.STANDARD.finer(0.5);

  @Test
  void timePassesInWholeStepsAtTheirMeanPower() {
    Plant halves = plant(0);
    Plant whole = plant(0);
    for (int i = 0; i < 20; i++) {
      halves.advance(0.004, 0.5);
      halves.advance(0.006, 0);
      whole.advance(0.01, 0.2);
    }
    assertThat(halves.tipCelsius()).isCloseTo(whole.tipCelsius(), within(1e-9)).isGreaterThan(40);
    double before = whole.tipCelsius();
    whole.advance(0.009, 0.2);
    assertThat(whole.tipCelsius()).isEqualTo(before);
    whole.advance(0.001, 0.2);
    assertThat(whole.tipCelsius()).isGreaterThan(before);
  }

  @Test
  void aTipThatIsGivenTooMuchBoilsAndItsImpedanceSpikes() {
    Plant plant = plant(0.7);
    double least = plant.impedanceOhms();
    double last = least;
    for (int i = 0; i < 400 && last < 2 * least; i++) {
      plant.advance(0.01, 3);
      last = plant.impedanceOhms();
      least = Math.min(least, last);
    }
    assertThat(plant.tipCelsius()).isGreaterThan(95);
    assertThat(last).isGreaterThan(2 * least);
  }

  @Test
  void earlierLesionsCoolOnAndAreFelt() {
    FullRowPlant plant = plant(0);
    double cold = plant.impedanceOhms();
    plant.advance(4, 0.3);
    plant.place(new TipPosition(0, 2), new TipPosition(1, 2));
    double first = plant.tipCelsius();
    assertThat(first).isBetween(40.0, 55.0);
    plant.advance(0.1, 0);
    assertThat(1 - plant.impedanceOhms() / cold).isBetween(0.04, 0.3);
    plant.advance(20, 0);
    assertThat(plant.tipCelsius()).isBetween(37.2, first);
    plant.place(new TipPosition(1, 2), new TipPosition(100, 2));
    assertThat(plant.tipCelsius()).isEqualTo(37);
  }

  @Test
  void aTipInTheAirHasAnImpedanceThatMetersCanShow() {
    Contact air = new Contact(-23, Material.AIR, 0, Material.AIR, 0);
    Plant plant = new FullRowPlant(DREZ, tissue(0), air, COARSE);
    plant.advance(0.1, 0.001);
    assertThat(plant.impedanceOhms()).isEqualTo(1e6);
    assertThat(plant.tipCelsius()).isEqualTo(37);
  }

  private static FullRowPlant plant(double waterFraction) {
    return new FullRowPlant(DREZ, tissue(waterFraction), Contact.FULL, COARSE);
  }

  private static Tissue tissue(double waterFraction) {
    return new Tissue(37, 0.15, 0.02, 0, 0.51, 3.90225e6, 0, false, waterFraction);
  }
}
