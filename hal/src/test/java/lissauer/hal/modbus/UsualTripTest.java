package lissauer.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsualTripTest {
  private final UsualTrip trip = new UsualTrip();

  @Test
  void beforeTheFirstAnswerNothingIsWaitedFor() {
    assertThat(trip.quietNanos()).isZero();
  }

  @Test
  void theSoonestAnswerCountsSoThatNoneIsMissed() {
    trip.took(9_000_000);
    trip.took(6_000_000);
    trip.took(30_000_000);
    assertThat(trip.quietNanos()).isBetween(5_700_000L, 6_100_000L);
  }

  @Test
  void aQuickLineIsNeverSleptThrough() {
    trip.took(200_000);
    assertThat(trip.quietNanos()).isZero();
  }

  @Test
  void aLineThatHasBecomeSlowerIsBelievedAfterAWhile() {
    trip.took(2_000_000);
    for (int i = 0; i < 500; i++) {
      trip.took(6_000_000);
    }
    assertThat(trip.quietNanos()).isBetween(5_500_000L, 5_700_000L);
  }
}
