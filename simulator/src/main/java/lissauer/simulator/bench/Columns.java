package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** A table whose lines appear as they are measured: a name, then numbers under their headings. */
final class Columns {
  private static final int NAME_WIDTH = 24;
  private static final int LEAST_WIDTH = 10;

  private final PrintWriter out;
  private final String[] headings;

  Columns(PrintWriter out, String title, String... headings) {
    this.out = out;
    this.headings = headings;
    StringBuilder line = new StringBuilder(pad(title));
    for (String heading : headings) {
      line.append(' ').append(" ".repeat(width(heading) - heading.length())).append(heading);
    }
    out.println(line);
    out.flush();
  }

  private static String pad(String name) {
    return name + " ".repeat(Math.max(0, NAME_WIDTH - name.length()));
  }

  private static int width(String heading) {
    return Math.max(LEAST_WIDTH, heading.length());
  }

  /** One line, with four digits that count; NaN leaves a place empty. */
  void line(String name, double... values) {
    StringBuilder line = new StringBuilder("  ").append(pad(name), 0, pad(name).length() - 2);
    for (int i = 0; i < values.length; i++) {
      String text = text(values[i]);
      line.append(' ').append(" ".repeat(Math.max(0, width(headings[i]) - text.length())));
      line.append(text);
    }
    out.println(line.toString().stripTrailing());
    out.flush();
  }

  private static String text(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (value != 0 && (Math.abs(value) < 5e-5 || Math.abs(value) >= 1e5)) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.4f", value);
  }
}
