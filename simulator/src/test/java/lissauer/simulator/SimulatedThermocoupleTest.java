package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import lissauer.hal.TipPosition;
import lissauer.simulator.sensor.PlannedFault;
import lissauer.simulator.sensor.SensorFault;
import lissauer.simulator.sensor.SensorSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedThermocoupleTest {
  private static final double LAG = 0.05;
  private static final double STEP = 0.0078125;
  private static final double FINE = 1e-6;
  private static final SensorSetup.Converter QUICK =
      new SensorSetup.Converter(0.02, 0, 0, STEP, STEP);

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final SimulatedTip tip = tip();

  @Test
  void aSampleIsThereAtOnceAndThenAsOldAsItsConversion() {
    SimulatedThermocouple thermocouple =
        thermocouple(setup(new SensorSetup.Converter(0.1, 0, 0, 0.25, 0.25), 0.05));
    assertThat(thermocouple.read().quality()).isEqualTo(Quality.GOOD);
    pass(0.15);
    assertThat(thermocouple.read().sampledNanos()).isEqualTo(100_000_000);
    double steps = thermocouple.read().tipCelsius() / 0.25;
    assertThat(steps).isEqualTo(Math.rint(steps));
  }

  @Test
  void aSampleCannotBeReadBeforeItsLatencyIsOver() {
    SimulatedThermocouple thermocouple =
        thermocouple(setup(new SensorSetup.Converter(0.1, 0.1, 0.03, STEP, STEP), 0));
    pass(0.129);
    assertThat(thermocouple.read().sampledNanos()).isZero();
    pass(0.001);
    assertThat(thermocouple.read().sampledNanos()).isEqualTo(100_000_000);
  }

  @Test
  void aConversionThatAveragesShowsTheMeanOfItsLength() {
    SimulatedThermocouple thermocouple =
        thermocouple(setup(new SensorSetup.Converter(0.1, 0.08, 0, FINE, FINE), 0));
    LinearPlant exact = plant();
    tip.heat(1);
    double sum = 0;
    pass(0.1);
    exact.advance(0.02, 1);
    for (int i = 0; i < 800; i++) {
      exact.advance(5e-5, 1);
      sum += exact.sensedCelsius() / 800;
      exact.advance(5e-5, 1);
    }
    assertThat(thermocouple.read().tipCelsius()).isCloseTo(sum, within(0.02));
    assertThat(exact.sensedCelsius() - sum).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.013, 0.004})
  void itIsTheExactLagOfTheTipWithin20MillikelvinAt1Watt(double changesAt) {
    SimulatedThermocouple thermocouple =
        thermocouple(setup(new SensorSetup.Converter(0.02, 0, 0, FINE, FINE), 0));
    LinearPlant exact = plant();
    double[] watts = {0.6, 0, 0.3, 1, 0.1, 0.6, 0.6, 0};
    double worst = 0;
    double power = 0;
    for (int i = 0; i < 400; i++) {
      pass(changesAt);
      exact.advance(changesAt, power);
      power = watts[i % watts.length];
      tip.heat(power);
      pass(0.02 - changesAt);
      exact.advance(0.02 - changesAt, power);
      worst = Math.max(worst, Math.abs(thermocouple.read().tipCelsius() - exact.sensedCelsius()));
    }
    assertThat(worst).isLessThan(0.02);
  }

  @Test
  void aBurstShorterThanAConversionIsSeenAtItsOwnInstants() {
    SimulatedThermocouple thermocouple =
        thermocouple(pickingUp(new SensorSetup.Converter(0.02, 0.02, 0, FINE, FINE)));
    pass(0.003);
    tip.heat(1e-3);
    pass(0.004);
    tip.heat(0);
    pass(0.013);
    assertThat(thermocouple.read().tipCelsius()).isCloseTo(37 + 0.5 * 0.2, within(0.001));
  }

  @Test
  void aMoveIsAJumpThatTheJunctionFollowsWithItsLag() {
    SimulatedThermocouple thermocouple = thermocouple(setup(QUICK, 0));
    tip.heat(0.6);
    pass(60.005);
    tip.heat(0);
    pass(0.008);
    double before = tip.now().tipCelsius();
    tip.place(new TipPosition(10, 0));
    double after = tip.now().tipCelsius();
    pass(0.007);
    assertThat(before - after).isGreaterThan(50);
    assertThat(thermocouple.read().tipCelsius())
        .isCloseTo(after + (before - after) * Math.exp(-0.007 / LAG), within(0.5));
  }

  @Test
  void pickUpFollowsTheVoltageAtTheTip() {
    SimulatedThermocouple thermocouple = thermocouple(pickingUp(QUICK));
    pass(0.02);
    tip.heat(1e-3);
    pass(0.02);
    assertThat(thermocouple.read().tipCelsius()).isCloseTo(37.5, within(0.01));
    tip.heat(0);
    pass(0.02);
    assertThat(thermocouple.read().tipCelsius()).isCloseTo(37, within(0.01));
  }

  @Test
  void aPlannedFaultComesAndGoesAtItsTime() {
    SimulatedThermocouple thermocouple =
        thermocouple(broken(new PlannedFault(new SensorFault.Offset(10), 1, 2)));
    assertThat(at(thermocouple, 0.99).tipCelsius()).isEqualTo(37);
    assertThat(at(thermocouple, 1).tipCelsius()).isEqualTo(47);
    assertThat(at(thermocouple, 1.99).tipCelsius()).isEqualTo(47);
    assertThat(at(thermocouple, 2).tipCelsius()).isEqualTo(37);
  }

  @Test
  void aFaultFromTheStartIsInTheFirstSample() {
    SimulatedThermocouple thermocouple =
        thermocouple(
            broken(new PlannedFault(new SensorFault.Shorted(), 0, Double.POSITIVE_INFINITY)));
    assertThat(thermocouple.read().tipCelsius()).isEqualTo(23);
  }

  @Test
  void aFaultCanBeInjectedAndClearedByHand() {
    SimulatedThermocouple thermocouple = thermocouple(setup(QUICK, 0));
    thermocouple.inject(new SensorFault.Stale());
    assertThat(at(thermocouple, 1).sampledNanos()).isZero();
    thermocouple.clear(new SensorFault.Stale());
    assertThat(at(thermocouple, 2).sampledNanos()).isEqualTo(2_000_000_000);
  }

  @Test
  void theSameSeedGivesTheSameBitsAndAnotherDoesNot() {
    assertThat(noisyRun(5)).isEqualTo(noisyRun(5)).isNotEqualTo(noisyRun(6));
  }

  private static List<TemperatureSample> noisyRun(long seed) {
    SimulatedThermocoupleTest bench = new SimulatedThermocoupleTest();
    SimulatedThermocouple thermocouple =
        new SimulatedThermocouple(bench.clock, bench.tip, bench.setup(QUICK, 0.3), seed);
    List<TemperatureSample> samples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      bench.tip.heat(i % 2 * 0.3);
      bench.pass(0.02);
      samples.add(thermocouple.read());
    }
    return samples;
  }

  private TemperatureSample at(SimulatedThermocouple thermocouple, double seconds) {
    clock.sleepUntil(Math.round(seconds * 1e9));
    return thermocouple.read();
  }

  private SimulatedThermocouple thermocouple(SensorSetup setup) {
    return new SimulatedThermocouple(clock, tip, setup, 1);
  }

  private SensorSetup setup(SensorSetup.Converter converter, double noiseKelvin) {
    return new SensorSetup(
        new SensorSetup.Junction(LAG, 0, 0, 0),
        new SensorSetup.Interference(noiseKelvin, 0, 0),
        converter,
        new SensorSetup.ColdJunction(23, 0),
        Optional.empty());
  }

  private SensorSetup pickingUp(SensorSetup.Converter converter) {
    return new SensorSetup(
        new SensorSetup.Junction(LAG, 0, 0, 0),
        new SensorSetup.Interference(0, 0.5, 0),
        converter,
        new SensorSetup.ColdJunction(23, 0),
        Optional.empty());
  }

  private SensorSetup broken(PlannedFault fault) {
    SensorSetup whole = setup(QUICK, 0);
    return new SensorSetup(
        whole.junction(),
        whole.interference(),
        whole.converter(),
        whole.coldJunction(),
        Optional.of(fault));
  }

  private SimulatedTip tip() {
    return new SimulatedTip(clock, plant(), new TipPosition(0, 0));
  }

  private static LinearPlant plant() {
    return new LinearPlant(
        1000,
        LAG,
        new LinearPlant.Mode(0.0062, -0.88),
        new LinearPlant.Mode(0.26, 32.8),
        new LinearPlant.Mode(2.2, 73));
  }

  private void pass(double seconds) {
    clock.sleepUntil(clock.nanos() + Math.round(seconds * 1e9));
  }
}
