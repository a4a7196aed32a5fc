package lissauer.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import lissauer.simulator.sensor.SensorFault.Floating;
import org.junit.jupiter.api.Test;

class SensorFaultTest {
  private static final double NEAR = Bath.STEP;

  private final Bath bath = new Bath(Bath.PERFECT);

  @Test
  void anOpenThermocoupleHasNoTemperatureAndTheChipSaysSo() {
    bath.model.inject(new SensorFault.Open(1, Floating.RAIL));
    TemperatureSample sample = bath.next(75);
    assertThat(sample.quality()).isEqualTo(Quality.OPEN_CIRCUIT);
    assertThat(sample.tipCelsius()).isNaN();
    assertThat(sample.coldJunctionCelsius()).isEqualTo(Bath.ROOM);
  }

  @Test
  void aChipThatTestsEvery16thConversionCallsTheRailGoodUntilThen() {
    bath.model.inject(new SensorFault.Open(16, Floating.RAIL));
    List<TemperatureSample> samples = samples(20, 75);
    assertThat(samples.subList(0, 14))
        .allMatch(s -> s.quality() == Quality.GOOD && s.tipCelsius() == 1372);
    assertThat(samples.subList(14, 20)).allMatch(s -> s.quality() == Quality.OPEN_CIRCUIT);
  }

  @Test
  void anOpenInputThatWasMendedMustBeFoundAnew() {
    SensorFault open = new SensorFault.Open(16, Floating.RAIL);
    bath.model.inject(open);
    assertThat(bath.hold(1, 75, 0).quality()).isEqualTo(Quality.OPEN_CIRCUIT);
    bath.model.clear(open);
    assertThat(bath.next(75).quality()).isEqualTo(Quality.GOOD);
    bath.model.inject(open);
    assertThat(bath.next(75)).matches(s -> s.quality() == Quality.GOOD && s.tipCelsius() == 1372);
  }

  @Test
  void anUntestedOpenInputMayHoldItsLastVoltageOrShowNoNumber() {
    bath.hold(0.1, 60, 0);
    bath.model.inject(new SensorFault.Open(16, Floating.HELD));
    assertThat(bath.next(75).tipCelsius()).isEqualTo(60);
    Bath other = new Bath(Bath.PERFECT);
    other.model.inject(new SensorFault.Open(16, Floating.NAN));
    assertThat(other.next(75).tipCelsius()).isNaN();
    assertThat(other.next(75).quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void aShortAtTheConnectorReadsTheColdJunctionWhateverTheTipDoes() {
    bath.model.inject(new SensorFault.Shorted());
    assertThat(bath.next(37).tipCelsius()).isCloseTo(Bath.ROOM, within(NEAR));
    assertThat(bath.next(75).tipCelsius()).isCloseTo(Bath.ROOM, within(NEAR));
    assertThat(bath.next(75).quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void aReversedThermocoupleFallsWhileHeating() {
    bath.model.inject(new SensorFault.Reversed());
    assertThat(bath.hold(0.1, 37, 0).tipCelsius()).isEqualTo(9);
    assertThat(bath.hold(0.1, 57, 0).tipCelsius()).isEqualTo(-11);
  }

  @Test
  void aWrongTypeIsWrongInProportionToTheDistanceFromTheColdJunction() {
    bath.model.inject(new SensorFault.WrongType(0.75));
    assertThat(bath.hold(0.1, 23, 0).tipCelsius()).isEqualTo(23);
    assertThat(bath.hold(0.1, 75, 0).tipCelsius()).isEqualTo(62);
  }

  @Test
  void aDetachedThermocoupleFeelsAShareOfTheRiseAndLate() {
    bath.model.inject(new SensorFault.Detached(0.25, 2));
    assertThat(bath.next(37).tipCelsius()).isEqualTo(37);
    double early = bath.hold(2, 77, 0).tipCelsius();
    assertThat(early).isCloseTo(37 + 10 * (1 - Math.exp(-1)), within(0.1));
    assertThat(bath.hold(30, 77, 0).tipCelsius()).isCloseTo(47, within(0.01));
  }

  @Test
  void aThermocouplePulledBackWhileHotComesDownFromWhereItWas() {
    bath.hold(0.1, 75, 0);
    bath.model.inject(new SensorFault.Detached(0.5, 3));
    assertThat(bath.next(75).tipCelsius()).isBetween(74.8, 75.0);
    assertThat(bath.hold(30, 75, 0).tipCelsius()).isCloseTo(56, within(0.01));
  }

  @Test
  void anOffsetComesAllAtOnceAndADriftWithTime() {
    bath.model.inject(new SensorFault.Offset(-4));
    assertThat(bath.next(37).tipCelsius()).isEqualTo(33);
    bath.model.clear(new SensorFault.Offset(-4));
    bath.hold(100, 37, 0);
    bath.model.inject(new SensorFault.Drift(0.5));
    assertThat(bath.hold(1, 37, 0).tipCelsius()).isEqualTo(37.5);
    assertThat(bath.hold(9, 37, 0).tipCelsius()).isEqualTo(42);
  }

  @Test
  void pickUpIsThereWithRadioFrequencyOnly() {
    bath.model.inject(new SensorFault.PickUp(6, 3));
    assertThat(bath.hold(1, 37, 0).tipCelsius()).isEqualTo(37);
    double sum = 0;
    double squares = 0;
    int n = 2000;
    for (int i = 0; i < n; i++) {
      double error = bath.hold(0.02, 37, 15).tipCelsius() - 37;
      sum += error;
      squares += error * error;
    }
    assertThat(sum / n).isCloseTo(6, within(0.2));
    assertThat(Math.sqrt(squares / n - sum / n * (sum / n))).isCloseTo(3, within(0.15));
  }

  @Test
  void aSlowFilterFeelsTheWholeRiseButLate() {
    bath.model.inject(new SensorFault.SlowFilter(1));
    bath.model.observe(bath.nanos, 47, 0);
    assertThat(bath.hold(1, 47, 0).tipCelsius()).isCloseTo(47 - 10 * Math.exp(-1), within(NEAR));
    assertThat(bath.hold(12, 47, 0).tipCelsius()).isEqualTo(47);
  }

  @Test
  void aFrozenSampleRepeatsItsCodesWithFreshTimeStamps() {
    Bath noisy = new Bath(Bath.with(new SensorSetup.Interference(0.5, 0, 0)));
    TemperatureSample last = noisy.next(60);
    noisy.model.inject(new SensorFault.Frozen());
    TemperatureSample frozen = noisy.hold(1, 75, 0);
    assertThat(frozen.tipCelsius()).isEqualTo(last.tipCelsius());
    assertThat(frozen.sampledNanos()).isEqualTo(last.sampledNanos() + 1_000_000_000);
    assertThat(frozen.quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void aStaleSampleIsTheLastOneWithItsOldTimeStamp() {
    TemperatureSample last = bath.next(60);
    bath.model.inject(new SensorFault.Stale());
    assertThat(bath.hold(1, 75, 0)).isEqualTo(last);
  }

  @Test
  void aWrongColdJunctionShiftsBothChannels() {
    bath.model.inject(new SensorFault.ColdJunctionStep(8));
    TemperatureSample sample = bath.next(37);
    assertThat(sample.tipCelsius()).isEqualTo(45);
    assertThat(sample.coldJunctionCelsius()).isEqualTo(31);
  }

  @Test
  void anIntermittentFaultComesAndGoesWithItsPeriodAndDuty() {
    bath.model.inject(new SensorFault.Intermittent(new SensorFault.Offset(10), 0.1, 0.4));
    List<Double> shown = samples(10, 37).stream().map(TemperatureSample::tipCelsius).toList();
    assertThat(shown).containsExactly(47., 37., 37., 37., 47., 47., 37., 37., 37., 47.);
  }

  @Test
  void aLooseWireMaySlipThroughBetweenTwoTests() {
    SensorFault open = new SensorFault.Open(16, Floating.RAIL);
    bath.model.inject(new SensorFault.Intermittent(open, 0.3, 0.3));
    List<TemperatureSample> first = samples(14, 37);
    assertThat(first).allMatch(s -> s.quality() == Quality.GOOD);
    assertThat(first).anyMatch(s -> s.tipCelsius() == 1372);
    assertThat(first).anyMatch(s -> s.tipCelsius() == 37);
  }

  @Test
  void faultsThatArePresentTogetherAddUp() {
    bath.model.inject(new SensorFault.Reversed());
    bath.model.inject(new SensorFault.Offset(2));
    assertThat(bath.hold(0.1, 33, 0).tipCelsius()).isEqualTo(15);
    bath.model.clear(new SensorFault.Reversed());
    assertThat(bath.hold(0.1, 33, 0).tipCelsius()).isEqualTo(35);
  }

  @Test
  void aFaultThatHasGoneLeavesTheNoiseAsIfItHadNeverBeen() {
    SensorSetup noisy = Bath.with(new SensorSetup.Interference(0.5, 0, 1));
    for (SensorFault fault : ofEveryKind()) {
      Bath broken = new Bath(noisy);
      Bath whole = new Bath(noisy);
      broken.model.inject(fault);
      broken.hold(1, 37, 10);
      whole.hold(1, 37, 10);
      broken.model.clear(fault);
      assertThat(broken.next(37)).as("after %s", fault).isEqualTo(whole.next(37));
    }
  }

  @Test
  void aFaultFromTheFirstConversionOnHasSomethingToRepeat() {
    for (SensorFault fault : List.of(new SensorFault.Frozen(), new SensorFault.Stale())) {
      ThermocoupleModel model = new ThermocoupleModel(Bath.PERFECT, () -> 0, () -> 0, 0, 37);
      model.inject(fault);
      assertThat(model.convert()).isEqualTo(new TemperatureSample(0, 37, Bath.ROOM, Quality.GOOD));
    }
  }

  @Test
  void aFaultThatIsNoneIsRefused() {
    List<Runnable> wrong =
        List.of(
            () -> new SensorFault.Open(0, Floating.RAIL),
            () -> new SensorFault.WrongType(0),
            () -> new SensorFault.Detached(1.5, 3),
            () -> new SensorFault.Detached(0.5, Double.NaN),
            () -> new SensorFault.Offset(Double.NaN),
            () -> new SensorFault.Drift(Double.NaN),
            () -> new SensorFault.PickUp(Double.NaN, 0),
            () -> new SensorFault.PickUp(0, -1),
            () -> new SensorFault.SlowFilter(0),
            () -> new SensorFault.ColdJunctionStep(Double.NaN),
            () -> new SensorFault.Intermittent(new SensorFault.Shorted(), 1, 1),
            () -> new PlannedFault(new SensorFault.Shorted(), -1, 2),
            () -> new PlannedFault(new SensorFault.Shorted(), 2, 2));
    assertThat(wrong)
        .allSatisfy(make -> assertThatIllegalArgumentException().isThrownBy(make::run));
  }

  private List<TemperatureSample> samples(int count, double celsius) {
    List<TemperatureSample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(bath.next(celsius));
    }
    return samples;
  }

  private static List<SensorFault> ofEveryKind() {
    return List.of(
        new SensorFault.Open(16, Floating.HELD),
        new SensorFault.Shorted(),
        new SensorFault.Reversed(),
        new SensorFault.WrongType(0.77),
        new SensorFault.Detached(0.3, 3),
        new SensorFault.Offset(5),
        new SensorFault.Drift(1),
        new SensorFault.PickUp(3, 3),
        new SensorFault.SlowFilter(1),
        new SensorFault.Frozen(),
        new SensorFault.Stale(),
        new SensorFault.ColdJunctionStep(5),
        new SensorFault.Intermittent(new SensorFault.Shorted(), 0.1, 0.5));
  }
}
