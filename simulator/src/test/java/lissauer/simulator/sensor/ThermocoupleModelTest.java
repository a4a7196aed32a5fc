package lissauer.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThermocoupleModelTest {
  private static final double LAG = 0.05;
  private static final SensorSetup LAGGING = Bath.with(new SensorSetup.Junction(LAG, 0, 0, 0));

  @Test
  void aPerfectFrontEndShowsTheTruth() {
    TemperatureSample sample = new Bath(Bath.PERFECT).hold(0.1, 75, 20);
    assertThat(sample).isEqualTo(new TemperatureSample(100_000_000, 75, Bath.ROOM, Quality.GOOD));
  }

  @ParameterizedTest
  @ValueSource(longs = {20_000_000, 10_000_000, 7_000_000, 1_000_000})
  void onARampItIsBehindByTheLagHoweverOftenItLooks(long lookNanos) {
    DoubleUnaryOperator ramp = time -> 37 + 10 * time;
    Bath bath = new Bath(LAGGING, lookNanos);
    for (double end = 0.02; end < 2; end += 0.02) {
      double shown = bath.follow(0.02, ramp, 0).tipCelsius();
      double seconds = bath.nanos * 1e-9;
      double exact = 37 + 10 * (seconds - LAG * (1 - Math.exp(-seconds / LAG)));
      assertThat(shown).as("at %s s", seconds).isCloseTo(exact, within(Bath.STEP / 2 + 1e-9));
    }
  }

  @Test
  void aTemperatureThatBendsIsFollowedWithinTenMillikelvinWhenSeenEvery10Milliseconds() {
    assertThat(worstKelvin(20_000_000)).isBetween(0.01, 0.04);
    assertThat(worstKelvin(10_000_000)).isLessThan(0.01);
  }

  @Test
  void aJumpIsFollowedFromItsInstantOn() {
    Bath bath = new Bath(LAGGING);
    bath.model.observe(0, 47, 0);
    double shown = bath.next(47).tipCelsius();
    assertThat(shown).isCloseTo(47 - 10 * Math.exp(-0.02 / LAG), within(Bath.STEP / 2));
  }

  @Test
  void timeDoesNotRunBackwards() {
    Bath bath = new Bath(Bath.PERFECT);
    bath.next(40);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bath.model.observe(1, 40, 0))
        .withMessageContaining("time runs backwards");
  }

  @Test
  void offsetGainErrorAndDriftAddUpAndTheGainErrorIsAboutTheColdJunction() {
    assertThat(shownAt75(new SensorSetup.Junction(0.001, 1.5, 0, 0))).isEqualTo(76.5);
    assertThat(shownAt75(new SensorSetup.Junction(0.001, 0, 0.25, 0))).isEqualTo(75 + 52 * 0.25);
    assertThat(shownAt75(new SensorSetup.Junction(0.001, 0, 0, 0.05))).isEqualTo(75.5);
    assertThat(shownAt75(new SensorSetup.Junction(0.001, 1.5, 0.25, 0.05))).isEqualTo(90);
  }

  @Test
  void theNoiseIsWhiteAndOfItsDeviation() {
    Bath bath = new Bath(Bath.with(new SensorSetup.Interference(0.5, 0, 0)));
    List<Double> errors = errors(bath, 5000, 0);
    assertThat(deviation(errors)).isCloseTo(0.5, within(0.015));
    double lagged = 0;
    for (int i = 1; i < errors.size(); i++) {
      lagged += errors.get(i) * errors.get(i - 1);
    }
    assertThat(lagged / errors.size() / 0.25).isCloseTo(0, within(0.04));
  }

  @Test
  void radioFrequencyShiftsTheReadingPerVoltAndMakesItNoisyWhileItIsOn() {
    Bath bath = new Bath(Bath.with(new SensorSetup.Interference(0.1, 0.25, 2)));
    List<Double> off = errors(bath, 4000, 0);
    List<Double> on = errors(bath, 4000, 20);
    assertThat(deviation(off)).isCloseTo(0.1, within(0.005));
    assertThat(mean(off)).isCloseTo(0, within(0.01));
    assertThat(deviation(on)).isCloseTo(2, within(0.1));
    assertThat(mean(on)).isCloseTo(5, within(0.15));
  }

  @Test
  void aReadingIsAWholeNumberOfStepsAndTheColdJunctionHasItsOwn() {
    SensorSetup coarse =
        new SensorSetup(
            Bath.TRUTHFUL,
            Bath.QUIET,
            new SensorSetup.Converter(0.02, 0, 0, 0.25, 0.0625),
            new SensorSetup.ColdJunction(23.04, 0),
            Optional.empty());
    Bath bath = new Bath(coarse);
    assertThat(bath.hold(1, 74.9, 0).tipCelsius()).isEqualTo(75);
    assertThat(bath.hold(1, 74.8, 0).tipCelsius()).isEqualTo(74.75);
    assertThat(bath.next(74.8).coldJunctionCelsius()).isEqualTo(23.0625);
  }

  @Test
  void aConversionThatTakesTimeShowsTheMeanOverItAndCarriesTheTimeOfItsEnd() {
    ThermocoupleModel model = new Bath(Bath.PERFECT).model;
    model.observe(100_000_000, 50, 0);
    model.observe(100_000_000, 50, 10);
    model.begin();
    model.observe(150_000_000, 50, 10);
    model.observe(200_000_000, 60, 0);
    TemperatureSample sample = model.convert();
    // straight from 50 to 60 °C in the second half: 52.5, less 10 K x 1 ms of lag / 100 ms
    assertThat(sample.tipCelsius()).isCloseTo(52.5 - 0.1, within(Bath.STEP));
    assertThat(sample.sampledNanos()).isEqualTo(200_000_000);
    assertThat(model.convert().tipCelsius()).isCloseTo(60, within(0.3));
  }

  @Test
  void aShortBurstOfRadioFrequencyIsPickedUpForItsPartOfTheConversion() {
    ThermocoupleModel model = new Bath(Bath.with(new SensorSetup.Interference(0, 0.5, 0))).model;
    model.begin();
    model.observe(30_000_000, 37, 20);
    model.observe(50_000_000, 37, 0);
    model.observe(100_000_000, 37, 0);
    assertThat(model.convert().tipCelsius()).isCloseTo(37 + 0.2 * 20 * 0.5, within(Bath.STEP));
  }

  @Test
  void aConnectorThatWarmsIsShownAndCompensated() {
    Bath bath = new Bath(Bath.with(new SensorSetup.ColdJunction(Bath.ROOM, 0.1)));
    TemperatureSample sample = bath.hold(60, 75, 0);
    assertThat(sample.coldJunctionCelsius()).isEqualTo(29);
    assertThat(sample.tipCelsius()).isEqualTo(75);
  }

  @Test
  void theSameStreamsOfNoiseGiveTheSameBits() {
    SensorSetup noisy = Bath.with(new SensorSetup.Interference(0.5, 0.1, 1));
    assertThat(errors(new Bath(noisy), 100, 5)).isEqualTo(errors(new Bath(noisy), 100, 5));
  }

  private static double shownAt75(SensorSetup.Junction junction) {
    return new Bath(Bath.with(junction)).hold(10, 75, 0).tipCelsius();
  }

  /** Largest error against the closed solution, after a step of 1 W into the fastest metal. */
  private static double worstKelvin(long lookNanos) {
    Bath bath = new Bath(LAGGING, lookNanos);
    double rise = 33;
    double tau = 0.22;
    double worst = 0;
    for (int i = 0; i < 100; i++) {
      double shown =
          bath.follow(0.02, time -> 37 + rise * (1 - Math.exp(-time / tau)), 0).tipCelsius();
      double seconds = bath.nanos * 1e-9;
      double left = (tau * Math.exp(-seconds / tau) - LAG * Math.exp(-seconds / LAG)) / (tau - LAG);
      worst = Math.max(worst, Math.abs(shown - (37 + rise * (1 - left))));
    }
    return worst;
  }

  private static List<Double> errors(Bath bath, int count, double volts) {
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      errors.add(bath.hold(0.02, 37, volts).tipCelsius() - 37);
    }
    return errors;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }

  private static double deviation(List<Double> values) {
    double mean = mean(values);
    return Math.sqrt(
        values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }
}
