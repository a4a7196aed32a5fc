package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Finer cells and shorter steps take the model to the limits of the finite elements, at the order
 * that the scheme promises: 2, but for the resistance, which feels the singular edges of the tip.
 */
class ConvergenceTest {
  private static final Tissue WARMING = Setups.tissue(0.02, 0);
  private static final Tissue CONSTANT = Setups.tissue(0, 0);

  /** Ω: 1317.07 at 0.5, 1311.68 at 0.7, 1308.89 at 1, 1307.16 at 1.4, 1306.23 at 2: order 1.6. */
  @Test
  void resistanceConvergesToTheLimitOfTwoFiniteElementCodes() {
    ToDoubleFunction<Double> off =
        finer ->
            new FullModel(Setups.DREZ, CONSTANT, Contact.FULL, Resolution.STANDARD.finer(finer))
                    .impedanceOhms()
                - 1304.87;
    double coarse = off.applyAsDouble(0.7);
    double fine = off.applyAsDouble(1.4);
    assertThat(order(off.applyAsDouble(0.5), off.applyAsDouble(1.0), 2)).isBetween(1.4, 1.8);
    assertThat(order(coarse, fine, 2)).isBetween(1.4, 1.8);
    assertThat(fine).isBetween(0.0, 2.5);
  }

  /** °C at 19 V: 73.705 at 0.5, 73.860 at 0.7, 73.935 at 1, 73.978 at 1.4, 73.999 at 2: order 2. */
  @Test
  void theTipConvergesInSpace() {
    double coarse = tipCelsius(0.5) - 74.019;
    double middle = tipCelsius(0.7) - 74.019;
    double fine = tipCelsius(1) - 74.019;
    assertThat(order(coarse, fine, 2)).isBetween(1.6, 2.4);
    assertThat(order(middle, fine, 1 / 0.7)).isBetween(1.5, 2.5);
    assertThat(fine).isBetween(-0.1, 0.0);
  }

  private static double tipCelsius(double finer) {
    Resolution resolution = Resolution.STANDARD.finer(finer);
    FullModel model = new FullModel(Setups.DREZ, CONSTANT, Contact.FULL, resolution);
    new LesionRun(model, new Drive.Voltage(19, 15), 0).heat();
    return model.sensorCelsius();
  }

  /**
   * mm after 10 s of cooling: 0.9331 at 0.5, 0.9276 at 0.7, 0.9248 at 1, 0.9233 at 1.4, 0.9226 at
   * 2, elements 0.9220: order 2. Power at 75 °C moves by less than 0.06 % among all of them and is
   * 0.1 % above the elements'.
   */
  @Test
  void lesionAndPowerConvergeInSpace() {
    double coarse = hold(0.5)[0] - 0.9220;
    double[] fine = hold(1);
    assertThat(order(coarse, fine[0] - 0.9220, 2)).isBetween(1.6, 2.4);
    assertThat(fine[0] - 0.9220).isBetween(0.0, 0.0035);
    assertThat(hold(0.7)[1] / fine[1]).isBetween(0.999, 1.001);
    assertThat(fine[1] / 0.30216).isBetween(0.998, 1.002);
  }

  /** Radius by liver kinetics in mm, and power at the end of the hold in W. */
  private static double[] hold(double finer) {
    Resolution resolution = Resolution.STANDARD.finer(finer);
    FullModel model = new FullModel(Setups.DREZ, WARMING, Contact.FULL, resolution);
    LesionRun run = new LesionRun(model, new Drive.Clamp(75, 1, 15, true), 10);
    run.heat();
    double watts = model.powerWatts();
    run.cool();
    return new double[] {model.extents().of(DamageLaw.LIVER, 1).midRadiusMillimetres(), watts};
  }

  /**
   * Smooth power, α = 0; K off at the tip: 1.7e-3 with steps of 80 ms, 3.8e-4 with 40, 8.9e-5 with
   * 20: order 2.1. Where conductivity follows (α = 0.02), its half-step prediction leaves 6e-3,
   * 2.6e-3 and 9e-4 K: order 1.2 to 1.5.
   */
  @Test
  void stepsInTimeConverge() {
    double exact = pulse(CONSTANT, 800);
    double at80 = pulse(CONSTANT, 50) - exact;
    double at40 = pulse(CONSTANT, 100) - exact;
    double at20 = pulse(CONSTANT, 200) - exact;
    assertThat(order(at80, at40, 2)).isBetween(1.85, 2.4);
    assertThat(order(at40, at20, 2)).isBetween(1.85, 2.4);
    assertThat(Math.abs(at20)).isLessThan(2e-4);
    double followed = pulse(WARMING, 800);
    assertThat(Math.abs(pulse(WARMING, 50) - followed)).isLessThan(0.01);
    assertThat(Math.abs(pulse(WARMING, 100) - followed)).isLessThan(0.004);
    assertThat(Math.abs(pulse(WARMING, 200) - followed)).isLessThan(0.0015);
  }

  /** The tip after 4 s of a power that rises to 0.6 W and falls again, smoothly. */
  private static double pulse(Tissue tissue, int steps) {
    Resolution resolution = Resolution.STANDARD.finer(0.5);
    FullModel model = new FullModel(Setups.DREZ, tissue, Contact.FULL, resolution);
    double step = 4.0 / steps;
    for (int i = 0; i < steps; i++) {
      model.heat(step, 0.3 * (1 - Math.cos(2 * Math.PI * (i + 0.5) / steps)));
    }
    return model.sensorCelsius();
  }

  private static double order(double coarse, double fine, double finer) {
    return Math.log(coarse / fine) / Math.log(finer);
  }
}
