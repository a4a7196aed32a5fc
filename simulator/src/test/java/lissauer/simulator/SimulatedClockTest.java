package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final List<String> happened = new ArrayList<>();

  @Test
  void eventsHappenInOrderOfTimeAndOfSchedulingWhereTimesAreEqual() {
    clock.at(30, () -> happened.add("late at " + clock.nanos()));
    clock.at(20, () -> happened.add("first at " + clock.nanos()));
    clock.at(20, () -> happened.add("second at " + clock.nanos()));
    clock.sleepUntil(30);
    assertThat(happened).containsExactly("first at 20", "second at 20", "late at 30");
  }

  @Test
  void anEventAfterTheSleepHasNotHappened() {
    clock.at(31, () -> happened.add("too early"));
    clock.sleepUntil(30);
    assertThat(happened).isEmpty();
    assertThat(clock.nanos()).isEqualTo(30);
  }

  @Test
  void anEventMayScheduleAnotherWithinTheSameSleep() {
    clock.at(10, () -> clock.at(15, () -> happened.add("at " + clock.nanos())));
    clock.sleepUntil(20);
    assertThat(happened).containsExactly("at 15");
  }

  @Test
  void anEventInThePastHappensNowAndTimeNeverRunsBack() {
    clock.sleepUntil(100);
    clock.at(50, () -> happened.add("at " + clock.nanos()));
    clock.sleepUntil(90);
    assertThat(clock.nanos()).isEqualTo(100);
    clock.sleepUntil(100);
    assertThat(happened).containsExactly("at 100");
  }

  @Test
  void aFiniteSpeedWaitsForRealTime() {
    SimulatedClock paced = new SimulatedClock(10);
    long start = System.nanoTime();
    paced.sleepUntil(200_000_000);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(15_000_000);
  }

  @Test
  void refusesASpeedThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SimulatedClock(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new SimulatedClock(Double.NaN));
  }
}
