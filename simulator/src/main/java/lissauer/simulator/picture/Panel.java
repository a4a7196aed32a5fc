package lissauer.simulator.picture;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Align;

/** One map of a plane: axes in millimetres, a field, and what is drawn over it. */
final class Panel {
  /** Which way the second coordinate grows. */
  enum Rows {
    UP,
    DOWN
  }

  private final Graphics2D graphics;
  private final Rectangle area;
  private final Window window;
  private final Rows rows;
  private final AffineTransform toPixels = new AffineTransform();

  Panel(Graphics2D graphics, Rectangle area, Window window, Rows rows) {
    this.graphics = graphics;
    this.area = area;
    this.window = window;
    this.rows = rows;
    double perColumn = area.width / window.widthMillimetres();
    double perRow = area.height / window.heightMillimetres();
    toPixels.translate(area.x, rows == Rows.UP ? area.getMaxY() : area.y);
    toPixels.scale(perColumn, rows == Rows.UP ? -perRow : perRow);
    toPixels.translate(-window.columnFromMillimetres(), -window.rowFromMillimetres());
  }

  Rectangle area() {
    return area;
  }

  /** The field and the axes; an empty name leaves that axis without numbers. */
  void draw(PlaneGrid grid, double[] values, ColourScale scale, String across, String along) {
    NumberAxis columnAxis =
        Axes.axis(
            across, window.columnFromMillimetres(), window.columnToMillimetres(), area.width / 70);
    NumberAxis rowAxis =
        Axes.axis(along, window.rowFromMillimetres(), window.rowToMillimetres(), area.height / 55);
    rowAxis.setInverted(rows == Rows.DOWN);
    columnAxis.setTickLabelsVisible(!across.isEmpty());
    rowAxis.setTickLabelsVisible(!along.isEmpty());
    XYPlot plot = new XYPlot(null, columnAxis, rowAxis, null);
    Axes.style(plot);
    plot.setRangeGridlinesVisible(false);
    plot.setBackgroundImage(FieldImage.of(grid, values, scale, places()));
    plot.setBackgroundImageAlignment(Align.FIT);
    plot.setBackgroundImageAlpha(1f);
    Axes.draw(graphics, plot, area, Axes.SIDE, 0);
  }

  private FieldImage.Places places() {
    double[] columns = new double[area.width];
    for (int x = 0; x < columns.length; x++) {
      columns[x] =
          window.columnFromMillimetres() + (x + 0.5) / area.width * window.widthMillimetres();
    }
    double[] places = new double[area.height];
    for (int y = 0; y < places.length; y++) {
      double down = (y + 0.5) / area.height * window.heightMillimetres();
      places[y] =
          rows == Rows.UP ? window.rowToMillimetres() - down : window.rowFromMillimetres() + down;
    }
    return new FieldImage.Places(columns, places);
  }

  Point2D pixel(double columnMillimetres, double rowMillimetres) {
    return toPixels.transform(new Point2D.Double(columnMillimetres, rowMillimetres), null);
  }

  Shape pixels(Shape millimetres) {
    return toPixels.createTransformedShape(millimetres);
  }

  static Path2D path(double[] columnMillimetres, double[] rowMillimetres) {
    Path2D path = new Path2D.Double();
    path.moveTo(columnMillimetres[0], rowMillimetres[0]);
    for (int i = 1; i < columnMillimetres.length; i++) {
      path.lineTo(columnMillimetres[i], rowMillimetres[i]);
    }
    return path;
  }

  /** A line, with a border in another colour so that it is seen on every colour of the field. */
  void line(Shape millimetres, Ink.Pen pen, Color border) {
    Shape outside = graphics.getClip();
    graphics.clip(area);
    Shape shape = pixels(millimetres);
    graphics.setColor(border);
    graphics.setStroke(pen.halo());
    graphics.draw(shape);
    graphics.setColor(pen.colour());
    graphics.setStroke(pen.stroke());
    graphics.draw(shape);
    graphics.setClip(outside);
  }

  void fill(Shape millimetres, Color inside, Color edge) {
    Shape outside = graphics.getClip();
    graphics.clip(area);
    Shape shape = pixels(millimetres);
    graphics.setColor(inside);
    graphics.fill(shape);
    graphics.setColor(edge);
    graphics.setStroke(Ink.dashed(1.2f));
    graphics.draw(shape);
    graphics.setClip(outside);
  }

  /** Text, if any, about a place but inside the panel, in one colour on a border of another. */
  void label(String text, Point2D pixel, Color colour, Color border) {
    if (text.isEmpty()) {
      return;
    }
    FontMetrics metrics = graphics.getFontMetrics(Ink.SMALL);
    double width = metrics.stringWidth(text);
    double left =
        Math.max(area.x + 4, Math.min(area.getMaxX() - 4 - width, pixel.getX() - width / 2));
    double foot = pixel.getY() + metrics.getAscent() * 0.36;
    Shape shape =
        new TextLayout(text, Ink.SMALL, graphics.getFontRenderContext())
            .getOutline(AffineTransform.getTranslateInstance(left, foot));
    graphics.setColor(border);
    graphics.setStroke(Ink.dashed(4f));
    graphics.draw(shape);
    graphics.setColor(colour);
    graphics.fill(shape);
  }
}
