package lissauer.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A white page with a title and the mark that nothing on it was measured. */
final class Sheet {
  static final int WIDTH = 1600;
  static final int HEIGHT = 1000;
  static final int MARGIN = 26;

  /** Where the title ends. */
  static final int TOP = 140;

  private static final String MARK = "SIMULATED";

  static {
    // A picture needs no screen, even where there is one.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = image.createGraphics();

  Sheet(List<String> titleLines) {
    graphics.addRenderingHints(
        Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE));
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    int markLeft = mark();
    title(titleLines, markLeft - MARGIN);
  }

  Graphics2D graphics() {
    return graphics;
  }

  private int mark() {
    graphics.setFont(Ink.TITLE);
    FontMetrics metrics = graphics.getFontMetrics();
    int width = metrics.stringWidth(MARK) + 36;
    int left = WIDTH - MARGIN - width;
    graphics.setColor(Ink.WARNING);
    graphics.setStroke(new BasicStroke(2.5f));
    graphics.drawRoundRect(left, 22, width, 46, 10, 10);
    graphics.drawString(MARK, left + 18, 22 + 33);
    return left;
  }

  /** The first line large, the next two small, each cut to the room there is. */
  private void title(List<String> lines, int right) {
    for (int i = 0; i < Math.min(3, lines.size()); i++) {
      graphics.setFont(i == 0 ? Ink.TITLE : Ink.TEXT);
      graphics.setColor(i == 0 ? Ink.BLACK : Ink.GREY);
      int room = (i == 0 ? right : WIDTH - MARGIN) - MARGIN;
      if (i == 1) {
        room = right - MARGIN;
      }
      graphics.drawString(cut(lines.get(i), room), MARGIN, i == 0 ? 51 : 56 + 26 * i);
    }
  }

  /** As much of a text, in the font that is set, as there is room for. */
  String cut(String text, int room) {
    FontMetrics metrics = graphics.getFontMetrics();
    String shown = text;
    while (metrics.stringWidth(shown) > room && shown.length() > 1) {
      shown = shown.substring(0, shown.length() - 2).stripTrailing() + "…";
    }
    return shown;
  }

  byte[] png() {
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this Java cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
