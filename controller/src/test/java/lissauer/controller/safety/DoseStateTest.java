package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lissauer.controller.safety.OutputTrip.DoseExceeded;
import lissauer.controller.safety.OutputTrip.DoseExceeded.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoseStateTest {
  private static final double AMPLE = 1e12;

  @Test
  void equivalentMinutesAreThoseOfSaparetoAndDewey() {
    assertThat(oneMinuteAt(43).siteEquivalentMinutes()).isCloseTo(1, within(1e-12));
    assertThat(oneMinuteAt(45).siteEquivalentMinutes()).isCloseTo(4, within(1e-12));
    assertThat(oneMinuteAt(42).siteEquivalentMinutes()).isCloseTo(0.25, within(1e-12));
    assertThat(oneMinuteAt(Double.NaN).siteEquivalentMinutes()).isZero();
  }

  @Test
  void aSiteBeginsAnewAndTheRowGoesOn() {
    DoseState two = oneMinuteAt(50).after(1, 60, 60, 0.5, 50, 45);
    assertThat(two.siteJoules()).isCloseTo(30, within(1e-9));
    assertThat(two.rowJoules()).isCloseTo(60, within(1e-9));
    assertThat(two.siteHotSeconds()).isEqualTo(60);
    assertThat(two.rowHotSeconds()).isEqualTo(120);
    assertThat(two.rfOnSeconds()).isEqualTo(60);
    assertThat(two.rowEquivalentMinutes()).isCloseTo(256, within(1e-9));
  }

  @Test
  void minutesOfOneSiteAddUpAndThoseOfTheNextBeginAnew() {
    DoseState twice = oneMinuteAt(43).after(0, 60, 60, 0.5, 43, 45);
    assertThat(twice.siteEquivalentMinutes()).isCloseTo(2, within(1e-12));
    assertThat(twice.after(1, 60, 60, 0.5, 43, 45).siteEquivalentMinutes())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void theEdgeOfHotIsNotHotAndNoTissueIsAtZeroOrTwoHundred() {
    assertThat(oneMinuteAt(45).siteHotSeconds()).isZero();
    assertThat(oneMinuteAt(45.1).siteHotSeconds()).isEqualTo(60);
    assertThat(oneMinuteAt(0).siteEquivalentMinutes()).isZero();
    assertThat(oneMinuteAt(200).siteEquivalentMinutes()).isZero();
    assertThat(oneMinuteAt(199.9).siteEquivalentMinutes()).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfDoseTripsAboveItsOwnLimitAndNotAtIt(Kind kind) {
    DoseState given = new DoseState(0, 0, 1, 1, 1, 1, 1, 1);
    assertThat(given.failure(limits(kind, 1))).isNull();
    assertThat(given.failure(limits(kind, 0.999))).isEqualTo(new DoseExceeded(kind, 1, 0.999));
  }

  @Test
  void aDoseThatIsNoNumberTrips() {
    DoseState given = new DoseState(0, 0, Double.NaN, 0, 0, 0, 0, 0);
    assertThat(given.failure(limits(Kind.SITE_ENERGY, 1))).isInstanceOf(DoseExceeded.class);
  }

  private static DoseState oneMinuteAt(double celsius) {
    return DoseState.NONE.after(0, 60, 60, 0.5, celsius, 45);
  }

  private static DoseLimits limits(Kind kind, double limit) {
    return new DoseLimits(
        kind == Kind.SITE_ENERGY ? limit : AMPLE,
        kind == Kind.ROW_ENERGY ? limit : AMPLE,
        kind == Kind.SITE_THERMAL_DOSE ? limit : AMPLE,
        kind == Kind.ROW_THERMAL_DOSE ? limit : AMPLE,
        45,
        kind == Kind.SITE_HOT ? limit : AMPLE,
        kind == Kind.ROW_HOT ? limit : AMPLE);
  }
}
