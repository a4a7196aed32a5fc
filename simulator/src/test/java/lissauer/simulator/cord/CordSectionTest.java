package lissauer.simulator.cord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CordSectionTest {
  private final CordSection section = new SectionFixture().read();

  @ParameterizedTest
  @CsvSource({
    "posterior_funiculus, 0.5, 1",
    "posterior_funiculus, 2.9, 0.6",
    "lissauer_tract, 3.4, 1",
    "lamina_1, 2.97, 1.80",
    "lamina_2, 2.83, 2.01",
    "lamina_3, 2.61, 2.32",
    "lamina_4, 2.37, 2.66",
    "lamina_5, 2.08, 3.07",
    "lamina_6, 1.74, 3.56",
    "corticospinal_tract, 4, 2.9",
    "dorsal_spinocerebellar_tract, 5.9, 3",
    "lateral_funiculus, 5, 5",
    "lateral_funiculus, 4.3, 1.1",
    "ventral_grey, 2, 5.1",
    "anterior_funiculus, 0.5, 6.5",
    "other_half, -2.3, 2.3",
    "outside, 6.2, 0.5",
    "outside, 0, -0.1",
    "outside, 0, 7.6"
  })
  void knownPlacesHaveTheirNames(String key, double lateral, double ventral) {
    assertThat(section.regionAt(lateral, ventral).key()).isEqualTo(key);
  }

  @Test
  void aPlaceThatIsNoNumberIsOutside() {
    assertThat(section.regionAt(Double.NaN, 1).role()).isEqualTo(Role.OUTSIDE);
    assertThat(section.regionAt(1, Double.NaN).role()).isEqualTo(Role.OUTSIDE);
  }

  @Test
  void theRegionsFillTheCordWithoutOverlap() {
    double sum = 0;
    for (Region region : section.regions()) {
      if (region.role() != Role.OUTSIDE) {
        double area = section.outline(region).areaSquareMillimetres();
        assertThat(area).as(region.key()).isPositive();
        sum += area;
      }
    }
    assertThat(section.areaSquareMillimetres()).isCloseTo(73.6, within(0.1));
    assertThat(sum / section.areaSquareMillimetres()).isCloseTo(1, within(0.005));
  }

  @Test
  void anOutlineIsTheBorderOfItsRegion() {
    for (Region region : section.regions()) {
      for (List<SectionPoint> ring : section.outline(region).rings()) {
        assertThat(ring).hasSizeGreaterThan(2);
        for (SectionPoint point : ring) {
          assertThat(namesAround(point)).as("%s at %s", region.key(), point).contains(region.key());
        }
      }
    }
  }

  @Test
  void theOutsideIsAFrameWithTheCordAsAHole() {
    Outline outside = section.outline(section.regionAt(0, -1));
    assertThat(outside.rings()).hasSize(2);
    assertThat(outside.areaSquareMillimetres()).isCloseTo(14.5 * 9.5 - 73.6, within(0.7));
  }

  @Test
  void theLaminaeFollowOneAnotherDownTheHorn() {
    List<String> met = new ArrayList<>();
    for (double depth = -0.2; depth < 2.8; depth += 0.01) {
      double ventral = 1.3 + 0.461 + depth * StrictMath.cos(StrictMath.toRadians(35));
      double lateral = 3 - depth * StrictMath.sin(StrictMath.toRadians(35));
      String key = section.regionAt(lateral, ventral).key();
      if (met.isEmpty() || !met.getLast().equals(key)) {
        met.add(key);
      }
    }
    assertThat(met)
        .containsExactly(
            "lissauer_tract",
            "lamina_1",
            "lamina_2",
            "lamina_3",
            "lamina_4",
            "lamina_5",
            "lamina_6",
            "ventral_grey");
  }

  @Test
  void theFileSaysWhatIsTargetAndWhatIsNot() {
    assertThat(keys(Role.TARGET)).hasSize(6).startsWith("lissauer_tract").endsWith("lamina_5");
    assertThat(keys(Role.NEIGHBOUR)).contains("lamina_6", "corticospinal_tract", "other_half");
    assertThat(keys(Role.OUTSIDE)).containsExactly("outside");
    CordSection other = new SectionFixture().put("roles.lamina_6", "target").read();
    assertThat(other.regionAt(1.74, 3.56).role()).isEqualTo(Role.TARGET);
    assertThat(other.regionAt(1.74, 3.56).name()).isEqualTo("lamina VI");
  }

  @Test
  void aLevelWithoutSpinocerebellarTractHasNoSuchRegion() {
    SectionFixture fixture = new SectionFixture().remove("dorsal_spinocerebellar_tract");
    List<String> roles = Stream.of(Part.values()).map(Part::key).toList();
    fixture.remove("roles");
    for (String key : roles) {
      if (!key.equals("dorsal_spinocerebellar_tract") && !key.startsWith("o")) {
        fixture.put("roles." + key, "neighbour");
      }
    }
    CordSection lumbar = fixture.read();
    assertThat(lumbar.regions()).hasSize(section.regions().size() - 1);
    assertThat(lumbar.regionAt(5.9, 3).key()).isEqualTo("lateral_funiculus");
  }

  private List<String> keys(Role role) {
    return section.regions().stream().filter(r -> r.role() == role).map(Region::key).toList();
  }

  private List<String> namesAround(SectionPoint point) {
    List<String> names = new ArrayList<>();
    for (double[] step : new double[][] {{0, 0}, {0, 0.06}, {0, -0.06}, {0.06, 0}, {-0.06, 0}}) {
      names.add(
          section
              .regionAt(point.lateralMillimetres() + step[0], point.ventralMillimetres() + step[1])
              .key());
    }
    return names;
  }
}
