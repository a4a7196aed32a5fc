package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.controller.safety.SelfTest.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rig must show before it may heat, to the edge of each limit. */
class SelfTestTest extends GateFixture {
  @BeforeEach
  void atRest() {
    frozen = true; // no noise on what is at an edge
    celsius = 37;
  }

  @ParameterizedTest
  @EnumSource
  void eachStageWantsTheContactAsDrivenForATenthOfASecond(Stage stage) {
    relay = stage == Stage.CLOSED;
    assertThat(SelfTest.passed(stage, inputs(), 0.1)).isTrue();
    assertThat(SelfTest.passed(stage, inputs(), 0.099)).isFalse();
    relay = !relay;
    assertThat(SelfTest.passed(stage, inputs(), 0.1)).isFalse();
  }

  @Test
  void afterATripTheTipMustHaveCooledAndOnlyThen() {
    relay = false;
    celsius = 45;
    assertThat(SelfTest.passed(Stage.COOLING, inputs(), 1)).isTrue();
    celsius = 45.1;
    assertThat(SelfTest.passed(Stage.COOLING, inputs(), 1)).isFalse();
    assertThat(SelfTest.passed(Stage.OPEN, inputs(), 1)).isTrue();
    assertThat(failure(Stage.COOLING, 120)).isNull();
    assertThat(failure(Stage.COOLING, 120.1)).isNotNull();
    assertThat(failure(Stage.OPEN, 1)).isNotNull();
  }

  @Test
  void aRelayMayTakeThreeTenthsOfASecondAndTheFailureSaysWhatItReads() {
    relay = true;
    assertThat(failure(Stage.OPEN, 0.3)).isNull();
    assertThat(failure(Stage.OPEN, 0.31)).contains("was let go and its contact reads closed");
    relay = false;
    assertThat(failure(Stage.CLOSED, 0.31)).contains("was driven closed", "contact reads open");
  }

  @Test
  void fiftyMilliwattsCountAsNoOutput() {
    relay = false;
    measuredWatts = 0.05;
    assertThat(failure(Stage.OPEN, 0)).isNull();
    measuredWatts = 0.051;
    assertThat(failure(Stage.OPEN, 0)).contains("puts out 0.051 W while it is off");
    measuredWatts = Double.NaN;
    assertThat(failure(Stage.OPEN, 0)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 45})
  void theEdgesOfWhatIsPlausibleArePlausible(double edge) {
    relay = false;
    celsius = edge;
    assertThat(failure(Stage.OPEN, 0)).isNull();
    celsius = 37;
    coldCelsius = edge;
    assertThat(failure(Stage.OPEN, 0)).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {4.99, 45.01})
  void beyondThemNothingIs(double beyond) {
    relay = false;
    coldCelsius = beyond;
    assertThat(failure(Stage.OPEN, 0)).contains("the cold junction reads");
    coldCelsius = Double.NaN;
    assertThat(failure(Stage.OPEN, 0)).as("a sensor that has none").isNull();
    celsius = beyond;
    assertThat(failure(Stage.OPEN, 0)).contains("the tip reads");
  }

  private @Nullable String failure(Stage stage, double stageSeconds) {
    Trip trip = SelfTest.failure(stage, inputs(), stageSeconds, LIMITS);
    return trip == null ? null : trip.what();
  }
}
