package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens past 100 °C. There is no reference for it: these hold what physics says. */
class BoilingTest {
  private static final Resolution COARSE = Resolution.STANDARD.finer(0.5);
  private static final Tissue WET =
      new Tissue(37, 0.15, 0.02, 0, 0.51, Setups.CAPACITY, 0, false, 0.7);

  private static FullModel model(double waterFraction) {
    Tissue tissue = waterFraction > 0 ? WET : Setups.tissue(0.02, 0);
    return new FullModel(Setups.DREZ, tissue, Contact.FULL, COARSE);
  }

  private static LesionRun.TracePoint at(List<LesionRun.TracePoint> trace, double seconds) {
    return trace.stream().filter(point -> point.seconds() >= seconds).findFirst().orElseThrow();
  }

  @Test
  void impedanceFallsThenLeapsWhenTheTissueAtTheTipBoilsDry() {
    FullModel model = model(0.7);
    LesionRun run = new LesionRun(model, new Drive.Power(1, 4.5), 0).heat();
    double cold = run.trace().getFirst().impedanceOhms();
    double warm = at(run.trace(), 2).impedanceOhms();
    assertThat(warm).isLessThan(0.75 * cold);
    assertThat(model.impedanceOhms()).isGreaterThan(5 * warm);
    assertThat(model.imbalanceRatio()).isCloseTo(0, within(1e-9));
    FullModel dreamt = model(0);
    new LesionRun(dreamt, new Drive.Power(1, 4.5), 0).heat();
    assertThat(dreamt.impedanceOhms()).isLessThan(warm);
  }

  @Test
  void theTipStaysNear100DegreesAsLongAsThereIsWater() {
    FullModel model = model(0.7);
    FullModel dreamt = model(0);
    List<LesionRun.TracePoint> trace =
        new LesionRun(model, new Drive.Power(1, 3), 0).heat().trace();
    new LesionRun(dreamt, new Drive.Power(1, 3), 0).heat();
    double risen = model.sensorCelsius() - at(trace, 2).tipCelsius();
    assertThat(risen).isBetween(0.0, 4.0);
    assertThat(at(trace, 2).tipCelsius() - at(trace, 1).tipCelsius()).isGreaterThan(10);
    assertThat(dreamt.sensorCelsius() - model.sensorCelsius()).isGreaterThan(4);
    assertThat(trace).allSatisfy(p -> assertThat(p.tipCelsius()).isLessThan(p.peakCelsius() + 1));
  }

  /** The metal has no heat of its own; boiling in steps of 20 ms once made it the hottest. */
  @ParameterizedTest(name = "steps of {0} s")
  @CsvSource({"0.1", "0.02", "0.005"})
  void theStepOfTheCallerDoesNotChangeWhatBoils(double step) {
    FullModel model = model(0.7);
    for (int i = 0; i < Math.round(3 / step); i++) {
      model.heat(step, 1);
    }
    assertThat(model.impedanceOhms()).isCloseTo(894, within(3.0));
    assertThat(model.sensorCelsius()).isCloseTo(102.3, within(0.3));
  }

  @Test
  void charStaysAndSteamDoesNot() {
    FullModel charred = model(0.7);
    new LesionRun(charred, new Drive.Power(1, 4.5), 60).heat().cool();
    assertThat(charred.sensorCelsius()).isLessThan(40);
    assertThat(charred.impedanceOhms()).isGreaterThan(3000);
    FullModel steamed = model(0.7);
    double cold = steamed.impedanceOhms();
    new LesionRun(steamed, new Drive.Power(1, 2.8), 60).heat().cool();
    assertThat(steamed.impedanceOhms()).isCloseTo(cold, withPercentage(5));
  }

  @Test
  void aTemperatureThatIsHeldBelowBoilingIsHeldAsWithoutWater() {
    FullModel wet = model(0.7);
    FullModel dry = model(0);
    new LesionRun(wet, new Drive.Clamp(75, 1, 5, true), 0).heat();
    new LesionRun(dry, new Drive.Clamp(75, 1, 5, true), 0).heat();
    assertThat(wet.impedanceOhms()).isEqualTo(dry.impedanceOhms());
    assertThat(wet.sensorCelsius()).isCloseTo(75, within(1e-9));
  }

  @Test
  void aTipCanBeHeldWhereTissueBoils() {
    FullModel model = model(0.7);
    new LesionRun(model, new Drive.Clamp(101, 1, 4, true), 0).heat();
    assertThat(model.peakCelsius()).isGreaterThan(100);
    assertThat(model.sensorCelsius()).isCloseTo(101, within(0.5));
    assertThat(model.imbalanceRatio()).isCloseTo(0, within(1e-9));
  }

  /** 0.7 · 2.17e9 J/m³ over 3.9e6 J/(m³ K): as much heat as 389 K of warming. */
  @Test
  void oneCellTakesLatentHeatBeforeItGetsHotterAndGivesItBack() {
    Mesh mesh = Setups.sphere(0.1, 0.5);
    double[] capacity = new HeatEquation(mesh, WET, Substances.USUAL).capacities();
    Boiling boiling = new Boiling(mesh, WET, capacity);
    double[] kelvin = new double[mesh.cells()];
    int cell = mesh.nr - 1;
    double latent = 0.7 * 2.17e9 / Setups.CAPACITY;
    kelvin[cell] = 63 + 2.5 + latent / 2;
    boiling.settle(kelvin, 0);
    assertThat(kelvin[cell]).isCloseTo(65.5, within(1e-9));
    assertThat(boiling.latentJoules()).isCloseTo(latent / 2 * capacity[cell], withPercentage(1e-6));
    assertThat(boiling.dry(cell)).isFalse();
    kelvin[cell] -= 10;
    boiling.settle(kelvin, 0);
    assertThat(kelvin[cell]).isBetween(65.3, 65.4);
    kelvin[cell] -= 300;
    boiling.settle(kelvin, 0);
    assertThat(boiling.latentJoules()).isZero();
    assertThat(kelvin[cell]).isCloseTo(65.5 + latent / 2 - 310, within(1e-9));
    kelvin[cell] = 63 + 5 + latent + 1;
    boiling.settle(kelvin, 0);
    assertThat(boiling.dry(cell)).isTrue();
    assertThat(kelvin[cell]).isCloseTo(69, within(1e-9));
    kelvin[cell] = 0;
    boiling.settle(kelvin, 0);
    assertThat(boiling.dry(cell)).isTrue();
  }
}
