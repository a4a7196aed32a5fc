package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

/** Extents of a field of which all is known: rotational ellipsoids around the middle of the tip. */
class ExtentsTest {
  private static final Mesh MESH = Resolution.STANDARD.mesh(Setups.DREZ, Contact.FULL);

  /** Hottest where the tip is; 60 °C on an ellipsoid with semi-axes of 1 and 1.5 mm. */
  private static Extents extents(double baseCelsius) {
    DamageField damage = new DamageField(MESH, baseCelsius);
    double[] kelvin =
        SamplerTest.field(
            MESH, (r, z) -> (60 - baseCelsius) * Math.exp(1 - r * r - (z - 1) * (z - 1) / 2.25));
    for (int cell = 0; cell < kelvin.length; cell++) {
      kelvin[cell] = Double.isNaN(kelvin[cell]) ? 0 : kelvin[cell];
    }
    damage.add(kelvin, baseCelsius, 1e-3);
    return new Extents(Setups.DREZ, MESH, new Sampler(MESH), damage);
  }

  /** Half height is the summit here, where the sampler is lowest: radius −0.0015 mm. */
  @Test
  void anEllipsoidOfHotTissueIsMeasured() {
    Extents.Size size = extents(37).isotherm(60);
    assertThat(size.midRadiusMillimetres()).isCloseTo(1, within(0.002));
    assertThat(size.radiusMillimetres()).isCloseTo(1, within(0.002));
    assertThat(size.depthMillimetres()).isCloseTo(0.5, within(0.002));
    double beside = 1.5 * Math.sqrt(1 - 0.175 * 0.175) - 1;
    assertThat(size.heightMillimetres()).isCloseTo(beside, within(0.003));
    double wire = Math.PI * 0.125 * 0.125 * 2;
    double neck = Math.PI * 0.175 * 0.175 * beside;
    double whole = 4 * Math.PI / 3 * 1.5;
    assertThat(size.volumeCubicMillimetres()).isCloseTo(whole - wire - neck, withPercentage(0.5));
  }

  @Test
  void whatIsNowhereReachedHasNoSize() {
    Extents.Size size = extents(37).isotherm(150);
    assertThat(size.midRadiusMillimetres()).isNaN();
    assertThat(size.radiusMillimetres()).isNaN();
    assertThat(size.depthMillimetres()).isNaN();
    assertThat(size.heightMillimetres()).isNaN();
    assertThat(size.volumeCubicMillimetres()).isZero();
    assertThat(extents(37).of(DamageLaw.CEM43, 1e20).midRadiusMillimetres()).isNaN();
  }

  /** Half a minute at a temperature that falls with the radius. */
  @Test
  void aDoseIsFoundWhereTheLawSaysItIs() {
    DamageField damage = new DamageField(MESH, 37);
    double[] kelvin = SamplerTest.field(MESH, (r, z) -> 40 - 20 * r);
    for (int cell = 0; cell < kelvin.length; cell++) {
      kelvin[cell] = Double.isNaN(kelvin[cell]) ? 0 : kelvin[cell];
    }
    damage.add(kelvin, 37, 1e-9);
    damage.add(kelvin, 37, 30);
    Extents extents = new Extents(Setups.DREZ, MESH, new Sampler(MESH), damage);
    double dose = 30 * DamageLaw.LIVER.rate(37 + 40 - 20 * 1.2);
    assertThat(extents.of(DamageLaw.LIVER, dose).midRadiusMillimetres())
        .isCloseTo(1.2, within(0.001));
    double minutes = 30 * DamageLaw.CEM43.rate(37 + 40 - 20 * 0.7);
    assertThat(extents.of(DamageLaw.CEM43, minutes).midRadiusMillimetres())
        .isCloseTo(0.7, within(0.001));
  }
}
