package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lissauer.hal.Caps;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.TipPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedBenchTest {
  private static final long LEASE = 250_000_000;
  private static final Caps CAPS = new Caps(0.6, 1.0, 35, 0.05, 90, 75);

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final SimulatedRelay relay = new SimulatedRelay(clock, 0.01);
  private Wiring wiring = Wiring.NONE;
  private SimulatedTip tip = tip(1000);
  private SimulatedGenerator generator = generator(CAPS);

  @BeforeEach
  void closeTheRelay() {
    relay.drive(true);
    pass(0.02);
  }

  @Test
  void theTipGetsWhatIsCommandedAndTheReadingShowsTheTimeSinceTheExchangeBefore() {
    generator.exchange(new RfCommand(0.3, LEASE));
    pass(0.02);
    RfReading reading = generator.exchange(new RfCommand(0.1, LEASE));
    assertThat(reading.powerWatts()).isEqualTo(0.3);
    assertThat(reading.outputOn()).isTrue();
    assertThat(reading.voltsRms()).isCloseTo(Math.sqrt(0.3 * 1000), within(0.1));
    assertThat(reading.voltsRms() / reading.ampsRms())
        .isCloseTo(reading.impedanceOhms(), within(1.0));
    pass(0.02);
    assertThat(generator.exchange(RfCommand.OFF).powerWatts()).isEqualTo(0.1);
  }

  @Test
  void aLeaseThatIsNotRenewedSwitchesTheOutputOff() {
    generator.exchange(new RfCommand(0.4, LEASE));
    pass(1);
    RfReading reading = generator.exchange(RfCommand.OFF);
    assertThat(reading.outputOn()).isFalse();
    assertThat(reading.powerWatts()).isCloseTo(0.4 * 0.25, within(1e-4));
  }

  @Test
  void aRenewedLeaseGoesOn() {
    for (int i = 0; i < 50; i++) {
      generator.exchange(new RfCommand(0.4, LEASE));
      pass(0.2);
    }
    assertThat(generator.exchange(RfCommand.OFF).powerWatts()).isEqualTo(0.4);
  }

  @Test
  void holdsItsOwnCapsOfPowerVoltageAndCurrent() {
    assertThat(steadyWatts(new Caps(1, 1, 100, 1, 90, 75), 1000)).isEqualTo(1);
    assertThat(steadyWatts(new Caps(1, 1, 20, 1, 90, 75), 1000)).isCloseTo(0.4, within(1e-3));
    assertThat(steadyWatts(new Caps(1, 1, 100, 0.02, 90, 75), 1000)).isCloseTo(0.4, within(1e-3));
  }

  @Test
  void seriesResistanceTakesItsShareOfThePowerAndIsSeenByTheMeters() {
    wiring = new Wiring(250, 0, 480_000, 0);
    generator = generator(CAPS);
    generator.exchange(new RfCommand(0.5, LEASE));
    pass(0.02);
    RfReading reading = generator.exchange(RfCommand.OFF);
    assertThat(reading.powerWatts()).isEqualTo(0.5);
    assertThat(reading.impedanceOhms()).isEqualTo(1250);
    double inTissueKelvin = 0.4 * 50 * -Math.expm1(-0.02);
    assertThat(tip.now().tipCelsius() - 37).isCloseTo(inTissueKelvin, within(1e-9));
  }

  @Test
  void capacitanceLowersTheMagnitudeAndLetsVoltageTimesCurrentExceedTheRealPower() {
    double sameAsTheTissueSiemens = 1e-3;
    wiring = Wiring.NONE.to(sameAsTheTissueSiemens);
    generator = generator(new Caps(1, 1, 100, 0.02, 90, 75));
    generator.exchange(new RfCommand(0.1, LEASE));
    pass(0.02);
    RfReading reading = generator.exchange(new RfCommand(5, LEASE));
    assertThat(reading.impedanceOhms()).isCloseTo(1000 / Math.sqrt(2), within(0.1));
    assertThat(reading.voltsRms()).isCloseTo(Math.sqrt(0.1 * 1000), within(1e-3));
    assertThat(reading.voltsRms() * reading.ampsRms()).isCloseTo(0.1 * Math.sqrt(2), within(1e-4));
    assertThat(tip.voltsRms()).isCloseTo(0.02 * 1000 / Math.sqrt(2), within(1e-9));
    pass(0.02);
    assertThat(generator.exchange(RfCommand.OFF).powerWatts())
        .as("capped by the current")
        .isCloseTo(0.02 * 0.02 * 500, within(1e-4));
  }

  @Test
  void aCableOf300PicofaradsHasItsReactance() {
    Wiring.Load load = new Wiring(0, 300, 500_000, 0).load(1e9);
    assertThat(load.magnitudeOhms()).isCloseTo(1061, within(1.0));
    assertThat(load.tissueFraction()).isEqualTo(1);
  }

  @Test
  void withoutWiresAResistiveTissueIsSeenAsItIs() {
    assertThat(Wiring.NONE.load(1304.7)).isEqualTo(new Wiring.Load(1304.7, 1304.7, 1));
  }

  @Test
  void anOpenRelayLetsNothingThroughAndNothingBeMeasured() {
    generator.exchange(new RfCommand(0.4, LEASE));
    relay.drive(false);
    pass(0.1);
    generator.exchange(new RfCommand(0.4, LEASE));
    pass(0.1);
    RfReading reading = generator.exchange(RfCommand.OFF);
    assertThat(reading.powerWatts()).isZero();
    assertThat(reading.impedanceOhms()).isNaN();
  }

  @Test
  void closingSwitchesOff() {
    generator.exchange(new RfCommand(0.4, LEASE));
    pass(0.02);
    double before = tip.now().tipCelsius();
    generator.close();
    pass(0.2);
    assertThat(tip.now().tipCelsius()).isLessThan(before);
  }

  @Test
  void theNoiseHasItsDeclaredDeviationAndItsOwnSeed() {
    Noise noise = new Noise(7, "thermocouple", 0.05);
    Noise other = new Noise(8, "thermocouple", 0.05);
    double squares = 0;
    double products = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      double value = noise.next();
      squares += value * value;
      products += value * other.next();
    }
    assertThat(Math.sqrt(squares / n)).isCloseTo(0.05, within(0.001));
    assertThat(products / squares).isCloseTo(0, within(0.03));
  }

  @Test
  void aMoveTakesItsTimeAndTheLastOneWins() {
    SimulatedPositioner positioner = new SimulatedPositioner(clock, tip, 2);
    positioner.moveTo(new TipPosition(1, 2));
    pass(1);
    assertThat(positioner.read().settled()).isFalse();
    positioner.moveTo(new TipPosition(3, 2));
    pass(1.5);
    assertThat(positioner.read().settled()).isFalse();
    pass(1);
    assertThat(positioner.read().settled()).isTrue();
    assertThat(positioner.read().alongMillimetres()).isEqualTo(3);
  }

  private double steadyWatts(Caps caps, double ohms) {
    tip = tip(ohms);
    generator = generator(caps);
    generator.exchange(new RfCommand(5, LEASE));
    pass(0.1);
    return generator.exchange(RfCommand.OFF).powerWatts();
  }

  private SimulatedGenerator generator(Caps caps) {
    return new SimulatedGenerator(
        clock, tip, new Circuit(clock, tip, wiring), new OutputStage(), relay, caps, 0, 1);
  }

  private SimulatedTip tip(double ohms) {
    LinearPlant plant = new LinearPlant(ohms, 0.05, new LinearPlant.Mode(1, 50));
    return new SimulatedTip(clock, plant, new TipPosition(0, 0));
  }

  private void pass(double seconds) {
    clock.sleepUntil(clock.nanos() + Math.round(seconds * 1e9));
  }
}
