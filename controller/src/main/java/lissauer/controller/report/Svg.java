package lissauer.controller.report;

import java.util.Locale;

/** Writes one inline SVG drawing. Looks come from the page's style sheet, by class. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  Svg(double width, double height, String title) {
    text.append("<svg viewBox=\"0 0 ")
        .append(number(width))
        .append(' ')
        .append(number(height))
        .append("\" role=\"img\" aria-label=\"")
        .append(escaped(title))
        .append("\">");
  }

  Svg rect(String style, double x, double y, double width, double height) {
    text.append("<rect class=\"").append(style).append("\" x=\"").append(number(x));
    text.append("\" y=\"").append(number(y)).append("\" width=\"");
    text.append(number(Math.max(0, width))).append("\" height=\"");
    text.append(number(Math.max(0, height))).append("\"/>");
    return this;
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    return path(style, "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
  }

  /** A path in SVG's own words. */
  Svg path(String style, String path) {
    text.append("<path class=\"").append(style).append("\" d=\"").append(path).append("\"/>");
    return this;
  }

  /** A path with a colour of its own. */
  Svg coloured(String style, String colour, String path) {
    text.append("<path class=\"").append(style).append("\" stroke=\"").append(colour);
    text.append("\" d=\"").append(path).append("\"/>");
    return this;
  }

  Svg circle(String style, double x, double y, double radius) {
    text.append("<circle class=\"").append(style).append("\" cx=\"").append(number(x));
    text.append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius));
    text.append("\"/>");
    return this;
  }

  Svg text(String style, double x, double y, String words) {
    text.append("<text class=\"").append(style).append("\" x=\"").append(number(x));
    text.append("\" y=\"").append(number(y)).append("\">").append(escaped(words));
    text.append("</text>");
    return this;
  }

  /** The whole drawing. */
  String done() {
    return text + "</svg>\n";
  }

  /** A tenth of a pixel is as fine as anybody sees. */
  static String number(double value) {
    String digits = String.format(Locale.ROOT, "%.1f", value);
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }

  /** Text that means nothing to HTML, and of which every letter can be seen. */
  static String escaped(String words) {
    return words
        .replaceAll("\\p{Cntrl}", "\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
