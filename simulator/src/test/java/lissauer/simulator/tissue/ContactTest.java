package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tip that is not where it should be. */
class ContactTest {
  private static final double DEEP = Double.POSITIVE_INFINITY;
  private static final Tissue TISSUE = Setups.tissue(0.02, 0);

  private static FullModel model(Contact contact) {
    return new FullModel(Setups.DREZ, TISSUE, contact, Resolution.STANDARD.finer(0.8));
  }

  private static Contact surface(double millimetres, Material above) {
    return new Contact(millimetres, above, 0, Material.TISSUE, 0);
  }

  private static Contact film(double millimetres, Material film, double share) {
    return new Contact(DEEP, Material.TISSUE, millimetres, film, share);
  }

  private static double ohms(Contact contact) {
    return model(contact).impedanceOhms();
  }

  /** By hand for fluid of 1.6 S/m: 230 Ω half inserted, 121 Ω in fluid alone; here it has 2 S/m. */
  @Test
  void fluidAroundTheTipTakesImpedanceDown() {
    double full = ohms(Contact.FULL);
    double half = ohms(surface(1, Material.FLUID));
    double alone = ohms(surface(-23.9, Material.FLUID));
    assertThat(half * 2 / 1.6).isCloseTo(230, withPercentage(10));
    assertThat(alone * 2 / 1.6).isCloseTo(121, withPercentage(5));
    assertThat(alone / full).isCloseTo(0.15 / 2, withPercentage(0.1));
    assertThat(ohms(surface(2, Material.FLUID))).isBetween(half, full);
    assertThat(ohms(surface(3, Material.FLUID))).isBetween(ohms(surface(2, Material.FLUID)), full);
  }

  @Test
  void airAroundTheTipTakesImpedanceUpAndHeatsWhatStillTouches() {
    FullModel full = model(Contact.FULL);
    FullModel half = model(surface(1, Material.AIR));
    assertThat(half.impedanceOhms() / full.impedanceOhms()).isBetween(1.7, 2.2);
    full.heat(2, 0.3);
    half.heat(2, 0.3);
    assertThat(half.sensorCelsius()).isGreaterThan(full.sensorCelsius() + 8);
    assertThat(ohms(film(0.05, Material.AIR, 0.5)))
        .isBetween(1.3 * full.impedanceOhms(), ohms(film(0.05, Material.AIR, 1)));
    assertThat(ohms(film(0.05, Material.AIR, 1))).isGreaterThan(5 * full.impedanceOhms());
  }

  @Test
  void aThinFilmOfFluidShortsTheTipToAWiderPieceOfTissue() {
    double full = ohms(Contact.FULL);
    double thin = ohms(film(0.01, Material.FLUID, 1));
    double thick = ohms(film(0.05, Material.FLUID, 1));
    assertThat(thin).isBetween(0.95 * full, 0.99 * full);
    assertThat(thick).isBetween(0.84 * full, 0.91 * full);
    assertThat(ohms(film(0.2, Material.FLUID, 1))).isLessThan(0.72 * full);
    assertThat(ohms(film(0.05, Material.FLUID, 0.5))).isBetween(thick, full);
    assertThat(ohms(film(0.05, Material.FLUID, 0))).isCloseTo(full, within(1e-9));
  }

  /** Radius of the film is 0.4 mm but for rounding, as that of the shoulder. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.225, 0.275, 0.2750001})
  void aFilmMayEndWhereSomethingElseDoes(double millimetres) {
    double ohms = ohms(film(millimetres, Material.FLUID, 1));
    assertThat(ohms).isCloseTo(ohms(film(millimetres + 0.001, Material.FLUID, 1)), within(6.0));
  }

  @Test
  void aTipInTheAirTakesNoPowerAndStaysCold() {
    FullModel model = model(surface(-1, Material.AIR));
    assertThat(model.impedanceOhms()).isInfinite();
    model.heat(1, 0.3);
    model.energise(1, 20);
    model.follow(1, 60, 75);
    assertThat(model.sensorCelsius()).isEqualTo(37);
    assertThat(model.powerWatts()).isZero();
    assertThat(model.imbalanceRatio()).isZero();
    LesionRun run = new LesionRun(model, new Drive.Voltage(20, 0.1), 0).heat();
    assertThat(run.trace().getLast().voltsRms()).isZero();
  }
}
