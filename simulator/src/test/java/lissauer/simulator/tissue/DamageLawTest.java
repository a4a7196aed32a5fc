package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damage by the formulas of the physics study, section 2b. */
class DamageLawTest {
  private static final double GAS = 8.314462618;

  @ParameterizedTest(name = "{0} at {1} °C")
  @CsvSource({
    "LIVER, 43, 510.5",
    "LIVER, 50, 61.053",
    "LIVER, 60, 3.4308",
    "LIVER, 75, 0.062314",
    "LIVER, 85, 0.0051887",
    "BHK, 43, 1554.2",
    "BHK, 50, 23.942",
    "BHK, 60, 0.083596",
    "BHK, 75, 3.1723e-5",
    "BHK, 85, 2.399e-7",
    "BURN, 43, 1.8426e5",
    "BURN, 50, 1042.0",
    "BURN, 60, 0.93526",
    "BURN, 75, 5.3542e-5",
    "BURN, 85, 1.253e-7"
  })
  void omegaReachesOneAfterTheTimeOfArrhenius(DamageLaw law, double celsius, double seconds) {
    assertThat(1 / law.rate(celsius)).isCloseTo(seconds, withPercentage(0.025));
  }

  @ParameterizedTest(name = "{0} °C")
  @CsvSource({
    "42, 57600",
    "43, 14400",
    "45, 3600",
    "50, 112.5",
    "55, 3.515625",
    "60, 0.10986328125",
    "75, 3.3527612686e-6"
  })
  void cem43Reaches240MinutesAfterTheTimeOfSaparetoAndDewey(double celsius, double seconds) {
    assertThat(240 / DamageLaw.CEM43.rate(celsius)).isCloseTo(seconds, withPercentage(0.001));
  }

  @ParameterizedTest(name = "{0} in {1} s")
  @CsvSource({
    "LIVER, 15, 54.7996",
    "LIVER, 60, 50.0586",
    "BHK, 15, 50.8037",
    "BHK, 60, 48.4325",
    "BURN, 15, 55.9716",
    "BURN, 60, 53.9954"
  })
  void omegaIsOneAtTheTemperatureOfATime(DamageLaw law, double seconds, double celsius) {
    Mesh mesh = Setups.sphere(0.1, 0.5);
    DamageField field = new DamageField(mesh, celsius);
    double[] level = new double[mesh.cells()];
    field.add(level, celsius, 1e-9); // the first step has no rate before it
    for (int i = 0; i < 100; i++) {
      field.add(level, celsius, seconds / 100);
    }
    assertThat(field.of(law)[mesh.nr - 1]).isCloseTo(1, withPercentage(0.05));
    assertThat(field.of(law)[0]).as("metal").isZero();
  }

  @Test
  void theTableIsAsNearTheFormulaAsItsJavadocSays() {
    double worst = 0;
    double worstMinutes = 0;
    for (double celsius = 39.003; celsius < 130; celsius += 0.0071) {
      double kelvin = celsius + 273.15;
      double liver = 7.39e39 * Math.exp(-2.577e5 / (GAS * kelvin));
      double bhk = 2.984e80 * Math.exp(-5.064e5 / (GAS * kelvin));
      double burn = 3.1e98 * Math.exp(-6.28e5 / (GAS * kelvin));
      worst = Math.max(worst, Math.abs(DamageLaw.LIVER.rate(celsius) / liver - 1));
      worst = Math.max(worst, Math.abs(DamageLaw.BHK.rate(celsius) / bhk - 1));
      worst = Math.max(worst, Math.abs(DamageLaw.BURN.rate(celsius) / burn - 1));
      double cem = Math.pow(celsius >= 43 ? 0.5 : 0.25, 43 - celsius) / 60;
      worstMinutes = Math.max(worstMinutes, Math.abs(DamageLaw.CEM43.rate(celsius) / cem - 1));
    }
    assertThat(worstMinutes).isLessThan(6e-5);
    assertThat(worst).isLessThan(2e-5);
  }

  @Test
  void nothingHappensBelow39DegreesAndNothingBreaksAboveTheTable() {
    for (DamageLaw law : DamageLaw.values()) {
      assertThat(law.rate(38.999)).isZero();
      assertThat(law.rate(Double.NaN)).isZero();
      assertThat(law.rate(2000)).isEqualTo(law.rate(400)).isFinite();
    }
  }

  /** 60 to 37 °C in steps of 0.1 s of 0.4 K each, as in cooling; against steps of 1/1000. */
  @Test
  void longStepsOfCoolingAddTheSameDamageAsShortOnes() {
    Mesh mesh = Setups.sphere(0.1, 0.5);
    DamageField coarse = new DamageField(mesh, 37);
    DamageField fine = new DamageField(mesh, 37);
    cool(coarse, mesh, 60);
    cool(fine, mesh, 60_000);
    for (DamageLaw law : DamageLaw.values()) {
      assertThat(coarse.of(law)[mesh.nr - 1])
          .as(law.title())
          .isCloseTo(fine.of(law)[mesh.nr - 1], withPercentage(0.1));
    }
    assertThat(coarse.hottestCelsius()[mesh.nr - 1]).isEqualTo(60);
  }

  private static void cool(DamageField field, Mesh mesh, int steps) {
    double[] kelvin = new double[mesh.cells()];
    java.util.Arrays.fill(kelvin, 23);
    field.add(kelvin, 37, 1e-9);
    for (int i = 1; i <= steps; i++) {
      java.util.Arrays.fill(kelvin, 23 - 23.0 * i / steps);
      field.add(kelvin, 37, 6.0 / steps);
    }
  }
}
