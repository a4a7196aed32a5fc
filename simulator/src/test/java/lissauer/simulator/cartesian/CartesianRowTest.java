package lissauer.simulator.cartesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lissauer.simulator.cartesian.CartesianRow.Case;
import lissauer.simulator.cartesian.CartesianRow.Result;
import lissauer.simulator.cartesian.CartesianRow.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One lesion against case C_w0_T75_h15 of the reference, and a short row, both on a grid so coarse
 * that the tests take seconds; what the standard grid gives stands in the README.
 */
class CartesianRowTest {
  private static final Fineness COARSE = new Fineness(0.1, 0.2, 0.5, 15, 2);

  private static Result single;
  private static Result pair;

  @BeforeAll
  static void solveBoth() {
    CartesianRow coarse =
        new CartesianRow(Medium.cord(), Kinetics.liver(), Program.reference(), COARSE);
    single = coarse.solve(new Case(1, 0, 1));
    Program brief = new Program(75, 1, 4, 2);
    pair =
        new CartesianRow(Medium.cord(), Kinetics.liver(), brief, COARSE).solve(new Case(1, 5, 2));
  }

  @Test
  void oneLesionIsAsWideAsTheReference() {
    assertThat(single.halfWidthMillimetres()).isCloseTo(0.9261, within(0.015));
    double tissue = single.lesionCubicMillimetres() - single.trackCubicMillimetres();
    assertThat(tissue).isCloseTo(5.2047, within(0.15));
  }

  @Test
  void oneLesionTakesThePowerOfTheReferenceLessWhatSquaresResist() {
    Site site = single.sites().getFirst();
    assertThat(site.startOhms()).isCloseTo(1304.7, within(0.08 * 1304.7));
    assertThat(site.endOhms() / site.startOhms()).isCloseTo(930.7 / 1304.7, within(0.01));
    assertThat(site.endWatts()).isCloseTo(0.3022, within(0.05 * 0.3022));
    assertThat(site.peakWatts()).isCloseTo(0.99, within(0.08));
    assertThat(site.startCelsius()).isEqualTo(37);
  }

  @Test
  void noStepLosesHeat() {
    assertThat(single.imbalanceRatio()).isLessThan(1e-5);
    assertThat(pair.imbalanceRatio()).isLessThan(1e-5);
  }

  @Test
  void oneLesionIsTheSameToAllSides() {
    DamageMap damage = single.damage();
    for (double far : new double[] {0.3, 0.6, 0.9}) {
      double right = Math.log(damage.omegaRatio(far, 0.1, 1));
      assertThat(Math.log(damage.omegaRatio(-far, 0.1, 1))).isCloseTo(right, within(1e-3));
      assertThat(damage.omegaRatio(far, -0.1, 1)).isEqualTo(damage.omegaRatio(far, 0.1, 1));
      assertThat(Math.log(damage.omegaRatio(0.1, far, 1))).isCloseTo(right, within(0.15));
    }
  }

  @Test
  void theSecondSiteStartsWarmerAndAtLessResistanceThanTheFirst() {
    Site first = pair.sites().getFirst();
    Site second = pair.sites().getLast();
    assertThat(second.startCelsius()).isBetween(39.0, 50.0);
    assertThat(second.startOhms()).isLessThan(0.95 * first.startOhms());
    assertThat(second.deliveredJoules()).isLessThan(first.deliveredJoules());
    assertThat(Math.abs(second.movedJoules())).isLessThan(0.001 * first.deliveredJoules());
  }

  @Test
  void betweenTwoSitesTheLesionClosesAndFarFromThemItIsNot() {
    assertThat(pair.halfWidthMillimetres()).isBetween(0.4, 1.0);
    assertThat(pair.damage().halfWidthMillimetres(5, 1)).isZero();
    assertThat(pair.damage().omegaRatio(0.5, 0, 1)).isGreaterThan(1);
    assertThat(pair.damage().omegaRatio(0.5, 2, 1)).isLessThan(1);
    assertThat(pair.damage().cells()).isGreaterThan(15_000);
  }

  @Test
  void theTrackIsWhereTheElectrodeWas() {
    DamageMap damage = pair.damage();
    assertThat(damage.isTrack(1.1, 0, 1)).isTrue();
    assertThat(damage.isTrack(1.15, 0, 1)).isFalse();
    assertThat(damage.isTrack(0, 0.15, 2.5)).isTrue();
    assertThat(damage.isTrack(0, 0, -0.1)).isFalse();
    assertThat(pair.trackCubicMillimetres()).isBetween(0.15, 0.25);
  }

  @Test
  void damageBelowAFloorDoesNotCount() {
    Kinetics liver = Kinetics.liver();
    assertThat(1 / liver.ratePerSecond(50)).isCloseTo(61.05, within(0.05));
    assertThat(1 / liver.ratePerSecond(75)).isCloseTo(0.06231, within(0.0001));
    assertThat(liver.ratePerSecond(37)).isPositive();
    assertThat(liver.above(42).ratePerSecond(41.9)).isZero();
    assertThat(liver.above(42).ratePerSecond(50)).isEqualTo(liver.ratePerSecond(50));
  }

  @Test
  void theRampRisesOnHalfACosineFromWhereTheSensorIs() {
    Program program = Program.reference();
    assertThat(program.wantedCelsius(45, 0)).isEqualTo(45);
    assertThat(program.wantedCelsius(45, 0.5)).isCloseTo(60, within(1e-12));
    assertThat(program.wantedCelsius(45, 7)).isEqualTo(75);
    double heating =
        program.heating(1).stream().mapToDouble(p -> p.steps() * p.stepSeconds()).sum();
    double cooling =
        Program.cooling(30, 1).stream().mapToDouble(p -> p.steps() * p.stepSeconds()).sum();
    assertThat(heating).isCloseTo(16, within(1e-9));
    assertThat(cooling).isCloseTo(30, within(1e-9));
  }

  @Test
  void whatCannotBeSolvedIsRefused() {
    assertThatThrownBy(() -> new Case(0.5, 10, 2)).hasMessageContaining("0.75 to 10 mm");
    assertThatThrownBy(() -> new Program(120, 1, 15, 30)).hasMessageContaining("no lesion");
    assertThatThrownBy(() -> new Fineness(0, 0.1, 0.2, 15, 1)).hasMessageContaining("no grid");
    assertThatThrownBy(() -> new Kinetics(0, 1, 0)).hasMessageContaining("no rate");
    assertThatThrownBy(() -> new Medium(0, 0, 1, 1, 0, 37)).hasMessageContaining("must conduct");
  }
}
