package lissauer.simulator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws one {@link Slice} of a row with what belongs over it. */
final class SliceMap {
  /** Six powers of ten, with the usual threshold in the middle. */
  static final ColourScale SCALE = new ColourScale(ColourMap.VIRIDIS, -3, 3);

  private static final Color BORDER = new Color(0xb0000000, true);
  private static final Ink.Pen NEEDLE = new Ink.Pen(new Color(0xe8eaed), Ink.dashed(4.5f));
  private static final Color GAP = new Color(0x66ff3b30, true);

  private final Slice slice;
  private final Panel panel;
  private final Graphics2D graphics;
  private final Window window;

  SliceMap(Graphics2D graphics, Slice slice, Rectangle area, Window window, Panel.Rows rows) {
    this.slice = slice;
    this.graphics = graphics;
    this.window = window;
    panel = new Panel(graphics, area, window, rows);
  }

  /** The part of a slice that is worth showing: lesions and regions, or all when there is none. */
  static Window seen(Slice slice, List<Region.Role> roles) {
    Window all = Window.of(slice.grid());
    List<Line> lines = new ArrayList<>();
    slice.contours().forEach(contour -> lines.addAll(lines(slice, contour)));
    for (Region region : slice.regions()) {
      if (roles.contains(region.role())) {
        lines.add(new Line(region.columnMillimetres(), region.rowMillimetres()));
      }
    }
    if (lines.isEmpty()) {
      return all;
    }
    Line first = lines.getFirst();
    double column = first.columnMillimetres()[0];
    double row = first.rowMillimetres()[0];
    return new Window(column, column, row, row).holding(lines).within(all, 0.4);
  }

  private static List<Line> lines(Slice slice, Contour contour) {
    return ContourTracer.trace(slice.grid(), contour.excess());
  }

  /** Field, regions and lesions; an empty name leaves the axis without numbers. */
  void draw(Map<String, Integer> laws, String across, String along) {
    panel.draw(slice.grid(), slice.logDamage().values(), SCALE, across, along);
    for (Contour contour : slice.contours()) {
      Ink.Pen pen =
          contour.kind() == Contour.Kind.ISOTHERM
              ? Ink.isotherm()
              : Ink.law(laws.getOrDefault(contour.name(), 0));
      for (Line line : lines(slice, contour)) {
        panel.line(Panel.path(line.columnMillimetres(), line.rowMillimetres()), pen, BORDER);
      }
    }
    for (Region region : slice.regions()) {
      Path2D path = Panel.path(region.columnMillimetres(), region.rowMillimetres());
      path.closePath();
      panel.line(path, pen(region.role()), Color.WHITE);
    }
    graphics.setFont(Ink.SMALL);
    graphics.setColor(Ink.GREY);
    graphics.drawString(slice.title(), panel.area().x, panel.area().y - 9);
  }

  static Ink.Pen pen(Region.Role role) {
    return switch (role) {
      case TARGET -> new Ink.Pen(Ink.BLACK, Ink.dashed(2.2f));
      case SPARE -> new Ink.Pen(new Color(0xd01c1c), Ink.dashed(2.2f));
      case NEIGHBOUR -> new Ink.Pen(new Color(0xe07000), Ink.dashed(2.2f));
    };
  }

  /** Names of the regions, in the top of each as far as it is seen. */
  void names() {
    for (Region region : slice.regions()) {
      Path2D path = Panel.path(region.columnMillimetres(), region.rowMillimetres());
      Rectangle2D box = panel.pixels(path).getBounds2D().createIntersection(panel.area());
      if (box.getWidth() > 0 && box.getHeight() > 0) {
        Point2D top =
            new Point2D.Double(box.getCenterX(), Math.min(box.getMinY() + 16, box.getMaxY()));
        panel.label(region.name(), top, pen(region.role()).colour(), Color.WHITE);
      }
    }
  }

  /** A needle from the far end of its shaft to its tip, and the site's name where it enters. */
  void needle(TipLine tip, int column) {
    double[] edge = tip.edgeMillimetres();
    double[] end = tip.endMillimetres();
    double rise = Math.max(1e-6, end[2] - edge[2]);
    double reach = (end[2] - window.rowFromMillimetres()) / rise;
    double far = end[column] + reach * (edge[column] - end[column]);
    Ink.Pen shaft = new Ink.Pen(new Color(0xf4efe1), Ink.dashed(2f));
    panel.line(
        new Line2D.Double(far, window.rowFromMillimetres(), edge[column], edge[2]), shaft, BORDER);
    panel.line(new Line2D.Double(edge[column], edge[2], end[column], end[2]), NEEDLE, BORDER);
    Point2D top = panel.pixel(far, window.rowFromMillimetres());
    panel.label(
        tip.site(),
        new Point2D.Double(top.getX() + 14, top.getY() + 14),
        Color.WHITE,
        new Color(0xa0000000, true));
  }

  /** A site from above. */
  void site(TipLine tip) {
    Point2D at = panel.pixel(tip.endMillimetres()[0], tip.endMillimetres()[1]);
    if (panel.area().contains(at)) {
      Ellipse2D dot = new Ellipse2D.Double(at.getX() - 5, at.getY() - 5, 10, 10);
      graphics.setColor(NEEDLE.colour());
      graphics.fill(dot);
      graphics.setColor(Ink.BLACK);
      graphics.setStroke(Ink.dashed(1.4f));
      graphics.draw(dot);
    }
  }

  void gap(Gap gap) {
    double from = gap.fromMillimetres();
    Rectangle2D band =
        new Rectangle2D.Double(
            from,
            window.rowFromMillimetres(),
            gap.toMillimetres() - from,
            window.heightMillimetres());
    panel.fill(band, GAP, Ink.WARNING);
  }
}
