package lissauer.controller.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.simulator.cord.CordSection;
import lissauer.simulator.cord.ElectrodeFrame;
import lissauer.simulator.cord.Region;
import lissauer.simulator.cord.SectionPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped cross-sections against published measurements; sources are in the files. */
class SectionFilesTest {
  /** Published areas with one standard deviation, or what the measurement leaves open. */
  @ParameterizedTest
  @CsvSource({"cord-c6, 69, 79", "cord-t8, 30, 48", "cord-l3, 50.9, 67.7"})
  void theCordIsAsLargeAsMeasured(String name, double least, double most) {
    assertThat(section(name).areaSquareMillimetres()).isBetween(least, most);
  }

  /** Grey matter of both sides: 15.0 mm² at C6 and 17.0 ± 3.1 mm² in the lumbar enlargement. */
  @ParameterizedTest
  @CsvSource({"cord-c6, 13.5, 16.5", "cord-t8, 4, 7.5", "cord-l3, 13.9, 20.1"})
  void theGreyMatterIsAsLargeAsMeasured(String name, double least, double most) {
    CordSection section = section(name);
    double half = 0;
    for (Region region : section.regions()) {
      if (region.key().startsWith("lamina") || region.key().equals("ventral_grey")) {
        half += section.outline(region).areaSquareMillimetres();
      }
    }
    assertThat(2 * half).isBetween(least, most);
  }

  /**
   * Within a quarter of 9.7 mm² of posterior funiculus and 5.2 mm² of corticospinal tract on each
   * side (PAM50, C6, which has no Lissauer's tract between them).
   */
  @Test
  void theTractsOfTheCervicalCordAreAsLargeAsMeasured() {
    assertThat(area("cord-c6", "posterior_funiculus")).isBetween(7.3, 12.1);
    assertThat(area("cord-c6", "corticospinal_tract")).isBetween(3.9, 6.5);
  }

  /** At T8 only when it stands steeper: the horn is narrow there and lies deep. */
  @ParameterizedTest
  @CsvSource({
    "cord-c6, 25",
    "cord-c6, 30",
    "cord-c6, 35",
    "cord-t8, 20",
    "cord-l3, 25",
    "cord-l3, 30"
  })
  void theElectrodeReachesTheLaminaeThroughLissauersTract(String name, double angleDegrees) {
    CordSection section = section(name);
    ElectrodeFrame frame = section.electrode(angleDegrees, 2);
    List<String> passed = new ArrayList<>();
    for (double along = 1.99; along >= 0; along -= 0.01) {
      SectionPoint point = frame.toSection(0, along);
      String key = section.regionAt(point.lateralMillimetres(), point.ventralMillimetres()).key();
      if (passed.isEmpty() || !passed.getLast().equals(key)) {
        passed.add(key);
      }
    }
    assertThat(passed).startsWith("lissauer_tract", "lamina_1", "lamina_2");
  }

  private static double area(String name, String key) {
    CordSection section = section(name);
    return section.regions().stream()
        .filter(region -> region.key().equals(key))
        .mapToDouble(region -> section.outline(region).areaSquareMillimetres())
        .sum();
  }

  private static CordSection section(String name) {
    Problems problems = new Problems();
    ConfigFolder folder = new ConfigFolder(TestBench.CONFIG);
    CordSection section =
        CordSection.from(folder.open("sections", name, new Place("test", 0, 0), problems));
    problems.throwIfAny();
    return section;
  }
}
