package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.controller.TestBench;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.plan.Phase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RehearsalTest {
  static Iterable<String> plans() {
    return new ConfigFolder(TestBench.CONFIG).names("plans");
  }

  /** A rehearsal that trips at once would have loaded nothing. */
  @ParameterizedTest
  @MethodSource("plans")
  void everyPlanIsRehearsedIntoItsFirstHold(String plan) {
    assertThat(Rehearsal.of(new TestBench(plan).protocol))
        .isInstanceOfAny(Phase.Hold.class, Phase.Cool.class, Phase.SiteDone.class);
  }
}
