package lissauer.controller.safety;

import static lissauer.controller.safety.GateFixture.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.RfReading;
import org.junit.jupiter.api.Test;

/** To the edge: when an output is not the one that was commanded. */
class OutputStateTest {
  private static final OutputState ON = new OutputState(0, 0.3, 0.3, 0.3, 0, 0);

  @Test
  void aFifthAndFiftyMilliwattsMoreAreAllowedAndNothingMoreIs() {
    double most = 0.3 * (1 + LIMITS.excessFraction()) + LIMITS.offWatts();
    assertThat(ON.seeing(reading(most), LIMITS).highReadings()).isZero();
    assertThat(ON.seeing(reading(Math.nextUp(most)), LIMITS).highReadings()).isEqualTo(1);
    assertThat(ON.seeing(reading(Double.NaN), LIMITS).highReadings()).isEqualTo(1);
  }

  @Test
  void halfLessFiftyMilliwattsIsEnoughAndNothingLessIs() {
    double least = 0.3 * 0.5 - LIMITS.offWatts();
    assertThat(ON.seeing(reading(least), LIMITS).lowReadings()).isZero();
    assertThat(ON.seeing(reading(Math.nextDown(least)), LIMITS).lowReadings()).isEqualTo(1);
  }

  @Test
  void whileNothingIsCommandedNothingIsAnExcess() {
    OutputState off = OutputState.offSince(0);
    assertThat(off.seeing(reading(0.5), LIMITS).highReadings()).isZero();
  }

  @Test
  void aTenthAboveTheAbsoluteCapIsTheMostOfOneReading() {
    double most = LIMITS.absoluteWatts() * 1.1;
    assertThat(ON.failure(reading(1.05), LIMITS, 0, 0)).isNull();
    assertThat(ON.failure(reading(most), LIMITS, 0, 0)).isNull();
    assertThat(ON.failure(reading(Math.nextUp(most)), LIMITS, 0, 0))
        .isInstanceOf(OutputTrip.PowerAboveCommand.class);
  }

  @Test
  void aReadingMayBeAQuarterOfASecondOldOrEarly() {
    for (long age : new long[] {250_000_000, -250_000_000}) {
      assertThat(ON.failure(reading(0.3), LIMITS, age, 0)).isNull();
      assertThat(ON.failure(reading(0.3), LIMITS, age + Long.signum(age) * 1000L, 0))
          .isInstanceOf(OutputTrip.StaleReading.class);
    }
  }

  @Test
  void theOutputMayTakeTwoTenthsOfASecondToGoOff() {
    OutputState off = OutputState.offSince(0);
    assertThat(off.failure(reading(0.3), LIMITS, 0, 200_000_000)).isNull();
    assertThat(off.failure(reading(0.3), LIMITS, 0, 200_001_000))
        .isInstanceOf(OutputTrip.OutputNotOff.class);
    assertThat(off.failure(reading(0), LIMITS, 0, 200_001_000)).isNull();
  }

  private static RfReading reading(double watts) {
    return new RfReading(0, 16, 0.018, watts, 930, watts > LIMITS.offWatts());
  }
}
