package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import lissauer.hal.TipGeometry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The model answers to every property as finite elements do: 75 °C for 15 s after a raised cosine
 * of 1 s and 10 s of cooling, with one thing changed. Measured at the standard resolution:
 * resistance +0.36 %, power 0.23 %, impedance 0.35 %, radii +0.004 mm, depth −0.001 mm, height
 * 0.003 mm.
 */
class SensitivityTest {
  /** Two thirds of the cells, for speed; the errors are 1.6 times those at the standard. */
  private static final Resolution RESOLUTION = Resolution.STANDARD.finer(0.8);

  /** What is changed; Ω, W, Ω at the end; liver: radius, depth, height; BHK, CEM240: radius, mm. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "k_m30, 1304.7, 0.229167, 936.231, 0.8866, 0.4917, 0.3490, 1.1210, 0.9920",
    "k_p30, 1304.7, 0.374291, 926.351, 0.9502, 0.5200, 0.3736, 1.2182, 1.0718",
    "rc_m30, 1304.7, 0.289829, 924.504, 0.9670, 0.5341, 0.3860, 1.2421, 1.0921",
    "rc_p30, 1304.7, 0.312741, 935.623, 0.8883, 0.4875, 0.3440, 1.1265, 0.9956",
    "w_grey, 1304.7, 0.317903, 934.687, 0.8924, 0.4928, 0.3503, 1.1343, 1.0021",
    "a0, 1304.7, 0.26744, 1304.7, 0.8732, 0.4648, 0.3411, 1.1136, 0.9827",
    "Tb34, 1387.98, 0.330762, 953.213, 0.8447, 0.4550, 0.2901, 1.0616, 0.9479",
    "noshoulder, 1303.57, 0.299473, 927.339, 0.9263, 0.5038, 0.4549, 1.1806, 1.0416",
    "ramp0.25, 1304.7, 0.302966, 930.943, 0.9148, 0.5027, 0.3563, 1.1692, 1.0315",
    "ramp4.0, 1304.7, 0.298992, 929.055, 0.9496, 0.5239, 0.3810, 1.2026, 1.0581",
    "ztc025, 1304.7, 0.298766, 933.66, 0.9070, 0.4965, 0.3482, 1.1609, 1.0223",
    "ztc1, 1304.7, 0.315576, 920.272, 0.9691, 0.5402, 0.4025, 1.2242, 1.0845",
    "sig105, 1863.86, 0.302196, 1329.54, 0.9220, 0.5070, 0.3613, 1.1762, 1.0371"
  })
  void oneChangedPropertyChangesTheLesionAsInFiniteElements(ArgumentsAccessor expected) {
    String changed = expected.getString(0);
    FullModel model = new FullModel(electrode(changed), tissue(changed), Contact.FULL, RESOLUTION);
    assertThat(model.impedanceOhms()).isCloseTo(expected.getDouble(1), withPercentage(0.6));
    double ramp =
        changed.startsWith("ramp") ? Double.parseDouble(changed.substring("ramp".length())) : 1;
    LesionRun run = new LesionRun(model, new Drive.Clamp(75, ramp, 15, true), 10);
    run.heat();
    assertThat(model.powerWatts()).isCloseTo(expected.getDouble(2), withPercentage(0.5));
    assertThat(model.impedanceOhms()).isCloseTo(expected.getDouble(3), withPercentage(0.6));
    run.cool();
    Extents.Size liver = model.extents().of(DamageLaw.LIVER, 1);
    assertThat(liver.midRadiusMillimetres()).isCloseTo(expected.getDouble(4), within(0.008));
    assertThat(liver.depthMillimetres()).isCloseTo(expected.getDouble(5), within(0.003));
    assertThat(liver.heightMillimetres()).isCloseTo(expected.getDouble(6), within(0.005));
    assertThat(model.extents().of(DamageLaw.BHK, 1).midRadiusMillimetres())
        .isCloseTo(expected.getDouble(7), within(0.008));
    assertThat(model.extents().of(DamageLaw.CEM43, 240).midRadiusMillimetres())
        .isCloseTo(expected.getDouble(8), within(0.008));
  }

  private static TipGeometry electrode(String changed) {
    double neck = changed.equals("noshoulder") ? Double.POSITIVE_INFINITY : 1;
    double sensor =
        switch (changed) {
          case "ztc025" -> 0.25;
          case "ztc1" -> 1;
          default -> 0.5;
        };
    return new TipGeometry(0.125, 2, neck, 0.05, 0.35, sensor, 25, 24, 26);
  }

  private static Tissue tissue(String changed) {
    return new Tissue(
        changed.equals("Tb34") ? 34 : 37,
        changed.equals("sig105") ? 0.105 : 0.15,
        changed.equals("a0") ? 0 : 0.02,
        0,
        0.51 * thirtyPercent(changed, "k_"),
        Setups.CAPACITY * thirtyPercent(changed, "rc_"),
        changed.equals("w_grey") ? 50_450 : 0,
        false,
        0);
  }

  private static double thirtyPercent(String changed, String of) {
    if (!changed.startsWith(of)) {
      return 1;
    }
    return changed.endsWith("m30") ? 0.7 : 1.3;
  }
}
