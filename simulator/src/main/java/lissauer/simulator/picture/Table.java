package lissauer.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table with a sample of the line that each row explains, on the dark of the field. */
final class Table {
  private static final int ROW = 31;
  private static final int SAMPLE = 64;

  /** The darkest colour of the maps, so that the samples look as in the picture. */
  private static final Color DARK = new Color(0x2a1445);

  private final Graphics2D graphics;
  private final int left;
  private final int right;
  private final int columnWidth;
  private int foot;

  /** A table from a place on; all columns but the first are of one width. */
  Table(Graphics2D graphics, int left, int top, int right, int columnWidth) {
    this.graphics = graphics;
    this.left = left;
    this.right = right;
    this.columnWidth = columnWidth;
    this.foot = top;
  }

  /** The names of the columns above their units, ruled off. */
  void head(List<String> names, List<String> units) {
    rule(1.6f);
    text(names, Ink.BOLD, foot + 24);
    graphics.setColor(Ink.GREY);
    text(units, Ink.SMALL, foot + 46);
    foot += 55;
    rule(1f);
    foot += 3;
  }

  /** One line; without pens it has no sample. The second pen is for lines on white. */
  void row(Ink.@Nullable Pen onField, Ink.@Nullable Pen onPaper, List<String> cells) {
    int half = onPaper == null ? SAMPLE : SAMPLE / 2;
    if (onField != null) {
      graphics.setColor(DARK);
      graphics.fillRect(left, foot + 5, half, ROW - 9);
      sample(onField, left, left + half);
    }
    if (onPaper != null) {
      sample(onPaper, left + half, left + SAMPLE);
    }
    text(cells, Ink.TEXT, foot + 23);
    foot += ROW;
  }

  private void sample(Ink.Pen pen, int from, int to) {
    graphics.setColor(pen.colour());
    graphics.setStroke(pen.stroke());
    int middle = foot + 5 + (ROW - 9) / 2;
    graphics.drawLine(from + 3, middle, to - 3, middle);
  }

  /** Closes the table and tells where it ends. */
  int end() {
    foot += 3;
    rule(1.6f);
    return foot;
  }

  private void text(List<String> cells, Font font, int base) {
    graphics.setFont(font);
    if (!font.equals(Ink.SMALL)) {
      graphics.setColor(Ink.BLACK);
    }
    graphics.drawString(cells.getFirst(), left + SAMPLE + 12, base);
    for (int i = 1; i < cells.size(); i++) {
      int end = right - (cells.size() - 1 - i) * columnWidth;
      graphics.drawString(
          cells.get(i), end - graphics.getFontMetrics().stringWidth(cells.get(i)), base);
    }
  }

  private void rule(float width) {
    graphics.setColor(Ink.BLACK);
    graphics.setStroke(new BasicStroke(width));
    graphics.drawLine(left, foot, right, foot);
  }

  /** A number as the table shows it; a dash for none. */
  static String number(String format, double number) {
    return Double.isFinite(number) ? String.format(Locale.ROOT, format, number) : "–";
  }
}
