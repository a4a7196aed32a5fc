package lissauer.simulator.picture;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Lays a {@link RowPicture} out: left the row from above, from the side and its spill, all with one
 * x axis and one scale; right the section across and the table.
 */
final class RowSheet {
  private static final int LEFT = Sheet.MARGIN + Axes.SIDE;
  private static final int TOP = Sheet.TOP + 10;
  private static final int FOOT = Sheet.HEIGHT - 20 - Axes.FOOT;
  private static final int WIDEST = 820;
  private static final int BETWEEN = 40;
  private static final int LOWEST_CURVES = 150;
  private static final int HIGHEST_CURVES = 380;

  private final RowPicture picture;
  private final Sheet sheet;
  private final Graphics2D graphics;
  private final Map<String, Integer> laws = new LinkedHashMap<>();

  RowSheet(RowPicture picture) {
    this.picture = picture;
    sheet = new Sheet(picture.titleLines());
    graphics = sheet.graphics();
    picture.coverages().forEach(coverage -> laws.putIfAbsent(coverage.law(), laws.size()));
    picture.spills().forEach(spill -> laws.putIfAbsent(spill.law(), laws.size()));
    for (Slice slice : List.of(picture.above(), picture.length(), picture.across())) {
      slice.contours().stream()
          .filter(contour -> contour.kind() == Contour.Kind.DAMAGE)
          .forEach(contour -> laws.putIfAbsent(contour.name(), laws.size()));
    }
    int right = row();
    int foot = section(right + 124);
    table(right + 46, foot + 14);
  }

  byte[] png() {
    return sheet.png();
  }

  /** The left side; tells where it ends. */
  private int row() {
    List<Region.Role> target = List.of(Region.Role.TARGET);
    Window above = SliceMap.seen(picture.above(), target);
    Window length = SliceMap.seen(picture.length(), target);
    double from = Math.min(above.columnFromMillimetres(), length.columnFromMillimetres());
    double to = Math.max(above.columnToMillimetres(), length.columnToMillimetres());
    double heights = above.heightMillimetres() + length.heightMillimetres();
    int room = FOOT - TOP - 2 * BETWEEN;
    double scale = Math.min(WIDEST / (to - from), (room - LOWEST_CURVES) / heights);
    int width = (int) Math.round((to - from) * scale);

    int high = (int) Math.round(above.heightMillimetres() * scale);
    Rectangle area = new Rectangle(LEFT, TOP, width, high);
    SliceMap top =
        new SliceMap(graphics, picture.above(), area, above.between(from, to), Panel.Rows.UP);
    top.draw(laws, "", "y (mm)");
    picture.gaps().forEach(top::gap);
    picture.tips().forEach(top::site);

    int deep = (int) Math.round(length.heightMillimetres() * scale);
    area = new Rectangle(LEFT, area.y + high + BETWEEN, width, deep);
    SliceMap side =
        new SliceMap(graphics, picture.length(), area, length.between(from, to), Panel.Rows.DOWN);
    side.draw(laws, picture.spills().isEmpty() ? "x along the row (mm)" : "", "depth (mm)");
    picture.gaps().forEach(side::gap);
    picture.tips().forEach(tip -> side.needle(tip, 0));
    if (!picture.spills().isEmpty()) {
      int y = area.y + deep + BETWEEN / 2;
      spill(new Rectangle(LEFT, y, width, Math.min(HIGHEST_CURVES, FOOT - y)), from, to);
    }
    return LEFT + width;
  }

  private void spill(Rectangle area, double from, double to) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (Spill spill : picture.spills()) {
      Ink.Pen pen = Ink.lawOnPaper(laws.getOrDefault(spill.law(), 0));
      renderer.setSeriesPaint(data.getSeriesCount(), pen.colour());
      renderer.setSeriesStroke(data.getSeriesCount(), pen.stroke());
      XYSeries series = new XYSeries(data.getSeriesCount(), false);
      for (int i = 0; i < spill.alongMillimetres().length; i++) {
        series.add(spill.alongMillimetres()[i], spill.spillSquareMillimetres()[i], false);
      }
      data.addSeries(series);
    }
    double highest = Math.max(0.1, most(picture.spills()));
    NumberAxis upwards = Axes.axis("spill (mm³/mm)", 0, 1.06 * highest, area.height / 50);
    NumberAxis along = Axes.axis("x along the row (mm)", from, to, area.width / 70);
    XYPlot plot = new XYPlot(data, along, upwards, renderer);
    Axes.style(plot);
    Axes.draw(graphics, plot, area, Axes.SIDE, 0);
  }

  private static double most(List<Spill> spills) {
    return spills.stream()
        .flatMapToDouble(spill -> DoubleStream.of(spill.spillSquareMillimetres()))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  /** The section across with its colour bar; tells where it ends. */
  private int section(int left) {
    Window window = SliceMap.seen(picture.across(), List.of(Region.Role.values()));
    int room = Sheet.WIDTH - Sheet.MARGIN - Axes.SIDE - 46 - left;
    int below = Axes.FOOT + 90 + 31 * picture.coverages().size() + 25 * picture.notes().size();
    double high = Math.max(200, Sheet.HEIGHT - TOP - below);
    double scale = Math.min(room / window.widthMillimetres(), high / window.heightMillimetres());
    int width = (int) Math.round(window.widthMillimetres() * scale);
    int height = (int) Math.round(window.heightMillimetres() * scale);
    Rectangle area = new Rectangle(left, TOP, width, height);
    SliceMap map = new SliceMap(graphics, picture.across(), area, window, Panel.Rows.DOWN);
    map.draw(laws, "y (mm)", "depth (mm)");
    double at = picture.acrossAtMillimetres();
    picture.tips().stream()
        .min(Comparator.comparingDouble(tip -> Math.abs(tip.endMillimetres()[0] - at)))
        .ifPresent(tip -> map.needle(tip, 1));
    map.names();
    Axes.colourBar(
        graphics,
        new Rectangle(left + width + 22, TOP, 24, height),
        SliceMap.SCALE,
        picture.across().logDamage().name());
    return TOP + height + Axes.FOOT;
  }

  private void table(int left, int top) {
    Table table = new Table(graphics, left, top, Sheet.WIDTH - Sheet.MARGIN, 80);
    table.head(
        List.of("lesion", "covered", "waist", "gaps", "spill"),
        List.of("", "%", "mm", "mm", "mm³"));
    for (Coverage coverage : picture.coverages()) {
      int law = laws.getOrDefault(coverage.law(), 0);
      table.row(
          Ink.law(law),
          Ink.lawOnPaper(law),
          List.of(
              coverage.law(),
              Table.number("%.1f", 100 * coverage.coveredFraction()),
              Table.number("%.2f", coverage.waistMillimetres()),
              Table.number("%.2f", coverage.gapMillimetres()),
              Table.number("%.1f", coverage.spillCubicMillimetres())));
    }
    int foot = table.end();
    graphics.setFont(Ink.SMALL);
    graphics.setColor(Ink.GREY);
    for (String note : picture.notes()) {
      foot += 25;
      graphics.drawString(sheet.cut(note, Sheet.WIDTH - Sheet.MARGIN - left), left, foot);
    }
  }
}
