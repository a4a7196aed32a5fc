package lissauer.simulator.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntBinaryOperator;
import lissauer.hal.TipPosition;
import lissauer.simulator.cord.ElectrodeFrame;
import lissauer.simulator.cord.Role;
import lissauer.simulator.cord.SectionPoint;
import lissauer.simulator.picture.CellField;
import lissauer.simulator.picture.Contour;
import lissauer.simulator.picture.Coverage;
import lissauer.simulator.picture.Gap;
import lissauer.simulator.picture.PlaneGrid;
import lissauer.simulator.picture.Region;
import lissauer.simulator.picture.RowPicture;
import lissauer.simulator.picture.Slice;
import lissauer.simulator.picture.Spill;
import lissauer.simulator.picture.TipLine;
import lissauer.simulator.row.Criterion;
import lissauer.simulator.row.RowAdvice;
import lissauer.simulator.row.RowAnatomy;
import lissauer.simulator.row.RowCoverage;
import lissauer.simulator.row.RowForecast;
import lissauer.simulator.row.VoxelGrid;

/** A predicted row as a figure: from above, from the side, across, and its numbers. */
final class CoveragePicture {
  private final CoverageCase row;
  private final RowForecast forecast;
  private final VoxelGrid grid;

  CoveragePicture(CoverageCase row, CoverageResult result) {
    this.row = row;
    this.forecast = result.forecast();
    this.grid = forecast.damage().grid();
  }

  RowPicture picture(List<RowAdvice.Variant> variants) {
    List<String> notes = new ArrayList<>();
    notes.add(row.target().description());
    if (!variants.isEmpty()) {
      notes.add(
          RowAdvice.best(variants)
              .map(best -> "less spill or better cover near the plan: " + best.change())
              .orElse("nothing near the plan is much better"));
    }
    double middle =
        forecast.request().sites().get(forecast.request().sites().size() / 2).alongMillimetres();
    return new RowPicture(
        List.of(
            "Row of " + row.plan() + ": " + row.electrode().name() + " in " + row.tissueName(),
            CoverageText.heading(row)),
        above(),
        length(),
        across(middle),
        middle,
        tips(),
        gaps(),
        spills(),
        coverages(),
        notes);
  }

  private double middleDepth() {
    return forecast.ends().deepestMillimetres() - row.electrode().geometry().bareMillimetres() / 2;
  }

  private Slice above() {
    int layer =
        nearest((middleDepth() - grid.depthMillimetres(0)) / grid.voxelMillimetres(), grid.deep());
    int rows = 2 * grid.across();
    PlaneGrid plane =
        PlaneGrid.regular(firstAlong(), grid.columns(), -rows / 2.0 * voxel(), rows, voxel());
    List<Region> target =
        row.target() instanceof RowAnatomy.Box box
            ? List.of(
                Region.box(
                    "target",
                    Region.Role.TARGET,
                    forecast.ends().fromMillimetres(),
                    forecast.ends().toMillimetres(),
                    -box.halfWidthMillimetres(),
                    box.halfWidthMillimetres()))
            : List.of();
    return slice(
        String.format(Locale.ROOT, "from above, %.1f mm deep", middleDepth()),
        plane,
        (column, line) -> grid.voxel(column, side(line), layer),
        target);
  }

  private Slice length() {
    PlaneGrid plane =
        PlaneGrid.regular(
            firstAlong(),
            grid.columns(),
            grid.depthMillimetres(0) - voxel() / 2,
            grid.deep(),
            voxel());
    List<Region> target =
        row.target() instanceof RowAnatomy.Box box
            ? List.of(
                Region.box(
                    "target",
                    Region.Role.TARGET,
                    forecast.ends().fromMillimetres(),
                    forecast.ends().toMillimetres(),
                    box.topMillimetres(),
                    box.bottomMillimetres()))
            : List.of();
    return slice(
        "along the row, in the plane of the tips",
        plane,
        (column, line) -> grid.voxel(column, 0, line),
        target);
  }

  private Slice across(double along) {
    int column = nearest((along - grid.alongMillimetres(0)) / voxel(), grid.columns());
    int columns = 2 * grid.across();
    PlaneGrid plane =
        PlaneGrid.regular(
            -columns / 2.0 * voxel(),
            columns,
            grid.depthMillimetres(0) - voxel() / 2,
            grid.deep(),
            voxel());
    return slice(
        String.format(Locale.ROOT, "across, at %.1f mm", along),
        plane,
        (side, layer) -> grid.voxel(column, side(side), layer),
        regions());
  }

  /** Both sides of the row's plane are alike. */
  private int side(int line) {
    int middle = grid.across();
    return line >= middle ? line - middle : middle - 1 - line;
  }

  private double firstAlong() {
    return grid.alongMillimetres(0) - voxel() / 2;
  }

  private double voxel() {
    return grid.voxelMillimetres();
  }

  private static int nearest(double place, int count) {
    return (int) Math.max(0, Math.min(count - 1, Math.round(place)));
  }

  private Slice slice(
      String title, PlaneGrid plane, IntBinaryOperator voxelOf, List<Region> regions) {
    List<Contour> contours = new ArrayList<>();
    double[] logs = new double[plane.cells()];
    for (Criterion criterion : Criterion.ALL) {
      double[] all = forecast.damage().of(criterion.law());
      double[] values = new double[plane.cells()];
      for (int line = 0; line < plane.rows(); line++) {
        for (int column = 0; column < plane.columns(); column++) {
          values[plane.index(column, line)] = all[voxelOf.applyAsInt(column, line)];
        }
      }
      if (contours.isEmpty()) {
        logs = Arrays.stream(values).map(x -> Math.log10(Math.max(x, 1e-6))).toArray();
      }
      contours.add(
          Contour.damage(
              criterion.title(), new CellField(criterion.title(), "", values), criterion.dose()));
    }
    return new Slice(title, plane, new CellField("log10 Ω", "", logs), contours, regions);
  }

  private List<Region> regions() {
    if (!(row.section().orElse(row.target()) instanceof RowAnatomy.Section anatomy)) {
      return List.of();
    }
    List<Region> regions = new ArrayList<>();
    for (var region : anatomy.section().regions()) {
      if (region.role() != Role.OUTSIDE) {
        List<List<SectionPoint>> rings = anatomy.section().outline(region).rings();
        int longest = rings.stream().mapToInt(List::size).max().orElse(0);
        for (List<SectionPoint> ring : rings) {
          if (ring.size() >= 8) {
            String name = ring.size() == longest ? region.name() : "";
            regions.add(outline(anatomy, name, region.role(), ring));
          }
        }
      }
    }
    return regions;
  }

  private Region outline(
      RowAnatomy.Section anatomy, String name, Role role, List<SectionPoint> ring) {
    double[] across = new double[ring.size()];
    double[] depth = new double[ring.size()];
    for (int i = 0; i < across.length; i++) {
      ElectrodeFrame.Place place = anatomy.frame().fromSection(ring.get(i));
      across[i] = place.acrossMillimetres();
      depth[i] = anatomy.deepestMillimetres() - place.alongMillimetres();
    }
    Region.Role shown = role == Role.TARGET ? Region.Role.TARGET : Region.Role.NEIGHBOUR;
    return new Region(roomFor(across, depth) ? name : "", shown, across, depth);
  }

  /** A name is written where the middle of its region lies well inside the picture. */
  private boolean roomFor(double[] across, double[] depth) {
    double side = 0.85 * grid.across() * voxel();
    double bottom = grid.depthMillimetres(grid.deep() - 1) - 0.3;
    double x = Arrays.stream(across).average().orElse(Double.NaN);
    double y = Arrays.stream(depth).average().orElse(Double.NaN);
    return Math.abs(x) < side && y > grid.depthMillimetres(0) && y < bottom;
  }

  private List<TipLine> tips() {
    List<TipLine> tips = new ArrayList<>();
    double bare = row.electrode().geometry().bareMillimetres();
    int number = 1;
    for (TipPosition site : forecast.request().sites()) {
      double x = site.alongMillimetres();
      double end = site.depthMillimetres();
      tips.add(
          new TipLine(
              String.valueOf(number++), new double[] {x, 0, end - bare}, new double[] {x, 0, end}));
    }
    return tips;
  }

  private List<Gap> gaps() {
    return forecast.decisive().gaps().stream()
        .map(gap -> new Gap(gap.fromMillimetres(), gap.toMillimetres()))
        .toList();
  }

  private List<Spill> spills() {
    double[] along = new double[grid.columns()];
    Arrays.setAll(along, grid::alongMillimetres);
    return forecast.coverages().stream()
        .map(coverage ->
            new Spill(coverage.criterion().title(), along, coverage.spillAlongSquareMillimetres()))
        .toList();
  }

  private List<Coverage> coverages() {
    return forecast.coverages().stream().map(this::coverage).toList();
  }

  private Coverage coverage(RowCoverage coverage) {
    double gap =
        coverage.gaps().stream()
            .mapToDouble(stretch -> stretch.toMillimetres() - stretch.fromMillimetres())
            .sum();
    double length = forecast.ends().toMillimetres() - forecast.ends().fromMillimetres();
    return new Coverage(
        coverage.criterion().title(),
        coverage.coveredShare(),
        coverage.waistMillimetres(),
        gap,
        coverage.spillSquareMillimetres() * length);
  }
}
