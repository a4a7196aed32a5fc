package lissauer.simulator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Lays a {@link LesionPicture} out: the map left, time and sizes right. */
final class LesionSheet {
  private static final Rectangle MAP =
      new Rectangle(Sheet.MARGIN + Axes.SIDE, Sheet.TOP + 6, 580, 772);
  private static final Rectangle BAR = new Rectangle(MAP.x + MAP.width + 22, MAP.y, 24, MAP.height);
  private static final int RIGHT = 860;
  private static final double LEAST_MARGIN = 0.35;
  private static final Color UNDER_LAWS = new Color(0xb0000000, true);
  private static final Color UNDER_ISOTHERMS = new Color(0x30000000, true);

  private final LesionPicture picture;
  private final Sheet sheet;
  private final Graphics2D graphics;
  private final Map<String, Ink.Pen> laws = new LinkedHashMap<>();

  LesionSheet(LesionPicture picture) {
    this.picture = picture;
    sheet = new Sheet(picture.titleLines());
    graphics = sheet.graphics();
    for (Contour contour : picture.contours()) {
      if (contour.kind() == Contour.Kind.DAMAGE) {
        laws.put(contour.name(), Ink.law(laws.size()));
      }
    }
    map();
    int table = sizes();
    TracesChart.draw(
        graphics,
        new Rectangle(RIGHT, MAP.y, Sheet.WIDTH - Sheet.MARGIN - RIGHT, table - 22 - MAP.y),
        picture.traces(),
        picture.shownSeconds());
  }

  byte[] png() {
    return sheet.png();
  }

  private void map() {
    PlaneGrid grid = picture.grid().mirrored();
    Map<Contour, List<Line>> lines = new LinkedHashMap<>();
    for (Contour contour : picture.contours()) {
      lines.put(contour, Lines.of(picture.grid(), contour));
    }
    Panel panel = new Panel(graphics, MAP, window(lines), Panel.Rows.UP);
    ColourScale scale = scale();
    double[] values = picture.grid().mirrored(picture.temperature().values());
    panel.draw(grid, values, scale, "r (mm)", "z (mm)");
    lines.forEach((contour, some) -> some.forEach(line -> draw(panel, contour, line)));
    electrode(panel);
    labels(panel, lines);
    Axes.colourBar(graphics, BAR, scale, "temperature (°C)");
    graphics.setFont(Ink.SMALL);
    graphics.setColor(Ink.GREY);
    graphics.drawString(
        String.format(Locale.ROOT, "Temperature at %.2f s (dashed, right)", picture.shownSeconds()),
        MAP.x,
        MAP.y - 9);
  }

  /** The lesions and half their size around them; without lesions, the isotherms. */
  private Window window(Map<Contour, List<Line>> lines) {
    List<Line> lesions = lines(lines, Contour.Kind.DAMAGE);
    List<Line> isotherms = lines(lines, Contour.Kind.ISOTHERM);
    Window seen = new Window(-0.4, 0.4, -0.4, 1).holding(lesions.isEmpty() ? isotherms : lesions);
    double margin =
        lesions.isEmpty() ? LEAST_MARGIN : Math.max(LEAST_MARGIN, 0.4 * seen.widthMillimetres());
    return seen.shaped(margin, (double) MAP.width / MAP.height);
  }

  private static List<Line> lines(Map<Contour, List<Line>> lines, Contour.Kind kind) {
    return lines.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind)
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  private ColourScale scale() {
    double[] values = picture.temperature().values();
    double lowest = DoubleStream.of(values).filter(Double::isFinite).min().orElse(37);
    double highest = DoubleStream.of(values).filter(Double::isFinite).max().orElse(38);
    double from = Math.floor(lowest + 0.01);
    return new ColourScale(
        ColourMap.INFERNO, from, Math.max(from + 1, 5 * Math.ceil(highest / 5 - 0.01)));
  }

  private void draw(Panel panel, Contour contour, Line line) {
    Path2D path = Panel.path(line.columnMillimetres(), line.rowMillimetres());
    switch (contour.kind()) {
      case ISOTHERM -> panel.line(path, Ink.isotherm(), UNDER_ISOTHERMS);
      case DAMAGE -> panel.line(path, laws.getOrDefault(contour.name(), Ink.law(0)), UNDER_LAWS);
    }
  }

  private void electrode(Panel panel) {
    for (Outline outline : picture.electrode()) {
      Path2D half = Panel.path(outline.radialMillimetres(), outline.axialMillimetres());
      half.closePath();
      Area whole = new Area(half);
      whole.add(new Area(half.createTransformedShape(AffineTransform.getScaleInstance(-1, 1))));
      switch (outline.material()) {
        case METAL -> panel.fill(whole, new Color(0xb9c0c7), new Color(0x3c4043));
        case INSULATION -> panel.fill(whole, new Color(0xf4efe1), new Color(0x3c4043));
      }
    }
  }

  private void labels(Panel panel, Map<Contour, List<Line>> lines) {
    LineNames names = new LineNames(panel, lines.values());
    lines.forEach((contour, some) -> {
      if (contour.kind() == Contour.Kind.ISOTHERM) {
        names.place(contour.name(), some);
      }
    });
  }

  /** The table, at the foot of the right side; tells where it begins. */
  private int sizes() {
    int rows = Math.max(1, picture.sizes().size());
    int top = MAP.y + MAP.height + Axes.FOOT - 62 - 31 * rows;
    Table table = new Table(graphics, RIGHT + 8, top, Sheet.WIDTH - Sheet.MARGIN, 122);
    table.head(
        List.of("lesion", "width", "below tip", "above tip", "volume"),
        List.of("", "mm", "mm", "mm", "mm³"));
    for (LesionSize size : picture.sizes()) {
      table.row(
          laws.get(size.law()),
          null,
          List.of(
              size.law(),
              Table.number("%.2f", size.widthMillimetres()),
              Table.number("%.2f", size.belowTipMillimetres()),
              Table.number("%.2f", size.aboveTipMillimetres()),
              Table.number("%.2f", size.volumeCubicMillimetres())));
    }
    table.end();
    return top;
  }
}
