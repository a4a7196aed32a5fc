package lissauer.simulator.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.hal.console.CoverageMap;
import lissauer.simulator.cord.Region;
import lissauer.simulator.cord.Role;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.ReducedLibrary;
import lissauer.simulator.tissue.ReducedModel;
import lissauer.simulator.tissue.Tissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowForecastTest {
  private static final TipGeometry TIP = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);
  private static final RowAnatomy BOX = new RowAnatomy.Box(0.75, 0, 2);
  private static final ReducedModel MODEL =
      new ReducedModel(
          new ReducedLibrary(Path.of("target"), _ -> {}).basis(TIP),
          new Tissue(37, 0.15, 0.02, 0, 0.51, 3.90225e6, 0, false, 0));

  private static RowForecast forecast(int sites, double spacing, double gapSeconds) {
    return RowForecast.of(MODEL, TIP, request(sites, spacing, gapSeconds), BOX, spacing, 0.1);
  }

  private static RowRequest request(int count, double spacing, double gapSeconds) {
    List<TipPosition> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sites.add(new TipPosition(i * spacing, 2));
    }
    return new RowRequest(
        sites,
        new Drive.Clamp(75, 1, 15, true),
        2,
        new RowRequest.Pause(Double.POSITIVE_INFINITY, gapSeconds),
        30);
  }

  /** Five lesions of the physics study; its waist and spill are given to one digit. */
  @ParameterizedTest
  @CsvSource({
    "1.0, 10, 100, 100, 1.2, 3.2, 7.9",
    "1.0, 60, 100, 100, 1.1, 2.1, 1.6",
    "1.5, 60, 98.5, 99.3, 0.8, 1.2, 1.5",
    "2.0, 60, 85.0, 91.0, 0.5, 0.7, 1.4"
  })
  void fiveLesionsCoverAndSpillAsInThePhysicsStudy(
      double spacing,
      double gap,
      double coverLiver,
      double coverMinutes,
      double waist,
      double spill,
      double residual) {
    RowForecast row = forecast(5, spacing, gap);
    RowCoverage liver = row.decisive();
    assertThat(100 * liver.coveredShare()).isCloseTo(coverLiver, within(1.0));
    assertThat(100 * row.coverages().get(1).coveredShare()).isCloseTo(coverMinutes, within(2.0));
    assertThat(liver.waistMillimetres()).isCloseTo(waist, within(0.2));
    assertThat(liver.spillSquareMillimetres()).isCloseTo(spill, within(0.35));
    assertThat(row.courses().getLast().startCelsius() - 37).isCloseTo(residual, within(0.4));
  }

  @Test
  void aRowTooSparseHasItsGapsNamed() {
    RowCoverage coverage = forecast(3, 3, 30).decisive();
    assertThat(coverage.gaps()).hasSize(4);
    RowCoverage.Stretch middle = coverage.gaps().get(1);
    assertThat(middle.fromMillimetres()).isBetween(0.8, 1.1);
    assertThat(middle.toMillimetres()).isBetween(1.9, 2.2);
    assertThat(coverage.waistMillimetres()).isZero();
  }

  @Test
  void theNextSiteIsWarmAndConductsBetter() {
    List<SiteCourse> courses = forecast(4, 1, 10).courses();
    double cold = courses.getFirst().startOhms();
    // 3-D solution of the bench: 0.911, 0.895, 0.888.
    assertThat(courses.get(1).startOhms() / cold).isCloseTo(0.911, within(0.01));
    assertThat(courses.get(3).startOhms() / cold).isCloseTo(0.888, within(0.01));
    assertThat(courses.get(3).energyJoules()).isLessThan(0.87 * courses.getFirst().energyJoules());
  }

  @Test
  void theTipWaitsUntilItIsColdEnough() {
    RowRequest row = request(2, 1, 0).with(new RowRequest.Pause(45, 2));
    List<SiteCourse> courses = RowForecast.of(MODEL, TIP, row, BOX, 1, 0.2).courses();
    assertThat(courses.getFirst().pauseSeconds()).isBetween(5.0, 12.0);
  }

  @Test
  void oneThreadAndManyGiveTheSameBits() throws Exception {
    double[] one = damage(1);
    double[] many = damage(5);
    assertThat(one).containsExactly(many);
  }

  private static double[] damage(int threads) throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> forecast(2, 1, 10).damage().of(DamageLaw.LIVER)).get();
    }
  }

  @Test
  void theDoseOfEveryRegionIsCounted() {
    RowForecast row = forecast(3, 1, 10);
    List<RegionDose> doses = row.dosesIn(BOX, TIP);
    RegionDose target = doses.getFirst();
    assertThat(target.region().role()).isEqualTo(Role.TARGET);
    assertThat(target.sectionSquareMillimetres()).isCloseTo(3, within(0.31));
    assertThat(target.destroyedShare().getFirst())
        .isCloseTo(row.decisive().coveredShare(), within(0.01));
    assertThat(target.highestMinutes()).isGreaterThan(240);
    RegionDose around = doses.getLast();
    assertThat(around.warmedShare()).isGreaterThan(around.destroyedShare().getFirst());
  }

  @Test
  void whatLiesOutsideTheTargetDecidesTheSpill() {
    RowAnatomy nothing =
        new RowAnatomy() {
          private final Region everything = new Region("all", "all", Role.NEIGHBOUR);

          @Override
          public List<Region> regions() {
            return List.of(everything);
          }

          @Override
          public Region at(double acrossMillimetres, double depthMillimetres) {
            return everything;
          }

          @Override
          public String description() {
            return "no target";
          }
        };
    RowForecast row = RowForecast.of(MODEL, TIP, request(1, 1, 10), nothing, 1, 0.1);
    RowCoverage coverage = row.decisive();
    assertThat(coverage.coveredShare()).isNaN();
    // One lesion of the reference: 5.20 mm³ of tissue and 0.10 of track.
    assertThat(coverage.spillSquareMillimetres()).isCloseTo(5.3, within(0.15));
    assertThat(coverage.volumeCubicMillimetres()).isCloseTo(5.3, within(0.15));
  }

  @Test
  void aDrezTipIsComputedAsFarOutAsEver() {
    VoxelGrid grid = forecast(2, 1, 10).damage().grid();
    assertThat(grid.voxelMillimetres()).isEqualTo(0.1);
    assertThat(grid.across()).isEqualTo(26);
    assertThat(grid.columns()).isEqualTo(62);
  }

  /** 80 °C for 60 s destroys 3.3 mm around this tip, more than a window made for a DREZ tip. */
  @Test
  void aBigTipDestroysNothingAtTheEdgeOfWhatIsComputed() {
    TipGeometry tip =
        new TipGeometry(0.359, 5, Double.POSITIVE_INFINITY, 0.05, 0.409, 0.5, 40, 38, 43);
    ReducedModel model =
        new ReducedModel(
            new ReducedLibrary(Path.of("target"), _ -> {}).shipped(tip).orElseThrow(),
            MODEL.tissue());
    RowRequest row =
        request(2, 3, 10)
            .with(new Drive.Clamp(80, 10, 60, false))
            .with(new RowRequest.Pause(45, 2));
    RowRequest strong = new RowRequest(row.sites(), row.drive(), 4, row.pause(), row.coolSeconds());
    RowForecast forecast = RowForecast.of(model, tip, strong, BOX, 3, 0.1);
    assertThat(forecast.decisive().waistMillimetres()).isBetween(3.2, 4.5);
    VoxelGrid grid = forecast.damage().grid();
    double[] doses = forecast.damage().of(DamageLaw.LIVER);
    for (int column = 0; column < grid.columns(); column++) {
      for (int side = 0; side < grid.across(); side++) {
        boolean edge = column == 0 || column == grid.columns() - 1 || side == grid.across() - 1;
        for (int layer = 0; layer < grid.deep(); layer++) {
          if (edge || layer == 0 || layer == grid.deep() - 1) {
            assertThat(doses[grid.voxel(column, side, layer)]).isLessThan(1);
          }
        }
      }
    }
  }

  @Test
  void adviceIsLessSpillWhereThePlanCoversAndMoreCoverWhereItDoesNot() {
    List<RowAdvice.Variant> dense = new RowAdvice(MODEL, TIP, request(5, 1, 10), BOX, 1).variants();
    assertThat(RowAdvice.best(dense)).isPresent();
    assertThat(RowAdvice.best(dense).orElseThrow().coverage().spillSquareMillimetres())
        .isLessThan(dense.getFirst().coverage().spillSquareMillimetres());
    List<RowAdvice.Variant> sparse =
        new RowAdvice(MODEL, TIP, request(5, 2.5, 60), BOX, 2.5).variants();
    assertThat(RowAdvice.best(sparse).orElseThrow().coverage().coveredShare())
        .isGreaterThan(sparse.getFirst().coverage().coveredShare());
  }

  @Test
  void adviceForARowInLayersLooksAtAllItsLayers() {
    RowAnatomy twoTips = new RowAnatomy.Box(0.75, 0, 4);
    List<TipPosition> sites = new ArrayList<>();
    for (int place = 0; place < 6; place++) {
      sites.add(new TipPosition(place, 4));
      sites.add(new TipPosition(place, 2));
    }
    RowRequest row = request(1, 1, 10).with(sites);
    double whole = RowForecast.of(MODEL, TIP, row, twoTips, 1, 0.15).decisive().coveredShare();
    RowAdvice.Variant planned = new RowAdvice(MODEL, TIP, row, twoTips, 1).variants().getFirst();
    assertThat(planned.coverage().coveredShare()).isEqualTo(whole);
    assertThat(whole).isGreaterThan(0.95);
  }

  @Test
  void whatIsSpiltAlongTheRowIsWhatIsSpiltInAll() {
    RowForecast row = forecast(3, 1, 10);
    RowCoverage coverage = row.decisive();
    double along = 0;
    for (double squareMillimetres : coverage.spillAlongSquareMillimetres()) {
      along += squareMillimetres * row.damage().grid().voxelMillimetres();
    }
    assertThat(along).isCloseTo(3 * coverage.spillSquareMillimetres(), within(1e-9));
    assertThat(along).isPositive();
  }

  @Test
  void theLastLesionIsFollowedForAsLongAsIsAsked() {
    List<SiteCourse> courses = forecast(2, 1, 10).courses();
    assertThat(courses.getFirst().pauseSeconds()).isCloseTo(10, within(0.021));
    assertThat(courses.getLast().pauseSeconds()).isCloseTo(30, within(0.021));
  }

  @Test
  void theOutlineIsAsWideAsTheRowAndBrokenInItsGaps() {
    RowForecast dense = forecast(3, 1, 30);
    List<CoverageMap.Slice> slices =
        new RowOutline(dense.damage(), Criterion.ALL.getFirst()).slices(1);
    double waist =
        slices.stream()
            .filter(slice -> slice.alongMillimetres() > -0.1 && slice.alongMillimetres() < 2.1)
            .mapToDouble(CoverageMap.Slice::halfWidthMillimetres)
            .min()
            .orElseThrow();
    assertThat(waist).isCloseTo(dense.decisive().waistMillimetres(), within(1e-9));
    CoverageMap.Slice middle = slices.get(slices.size() / 2);
    assertThat(middle.topMillimetres()).isBetween(-1.0, 0.2);
    assertThat(middle.bottomMillimetres()).isBetween(2.2, 3.2);
    assertThat(slices.getFirst().halfWidthMillimetres()).isNaN();
    RowForecast sparse = forecast(3, 3, 30);
    List<CoverageMap.Slice> gaps =
        new RowOutline(sparse.damage(), Criterion.ALL.getFirst()).slices(1);
    assertThat(gaps)
        .anyMatch(slice ->
            Math.abs(slice.alongMillimetres() - 1.5) < 0.1 && Double.isNaN(slice.topMillimetres()));
  }
}
