package lissauer.controller.bench;

import java.util.List;
import java.util.Locale;
import lissauer.controller.campaign.Outcome;
import lissauer.controller.campaign.Scenario;
import lissauer.controller.campaign.Spread;

/**
 * The comparison as a picture: for each law the course of the true tip around the set point on a
 * ramp of 5 s and on the fastest one, where 90 % of the plants were and the worst at each moment,
 * and its overshoot on both.
 */
final class ComparisonPicture {
  private static final int WIDTH = 1180;
  private static final int HEAD = 74;
  private static final int ROW = 104;
  private static final int FOOT = 44;
  private static final int NAMES = 16;
  private static final double TICK_SECONDS = Scenario.TICK_NANOS * 1e-9;
  private static final double KELVIN = 6;
  private static final double LEAST_OVERSHOOT = -3;
  private static final double MOST_OVERSHOOT = 12;
  private static final String OURS = "#0b5fa5";
  private static final String PEER = "#a0522d";

  private final List<Comparison> comparisons;
  private final StringBuilder out = new StringBuilder(100_000);

  /** A place for courses, and the times it shows. */
  private record Frame(double left, double width, double fromSeconds, double toSeconds) {
    double x(double seconds) {
      return left + width * (seconds - fromSeconds) / (toSeconds - fromSeconds);
    }
  }

  private static final Frame RAMPED = new Frame(200, 360, 4, 9);
  private static final Frame FASTEST = new Frame(600, 260, 0, 4);
  private static final Frame BOXES = new Frame(900, 250, LEAST_OVERSHOOT, MOST_OVERSHOOT);

  ComparisonPicture(List<Comparison> comparisons) {
    this.comparisons = comparisons;
  }

  /** The picture, as SVG. */
  String svg() {
    Comparison ramped = with(true);
    Comparison fastest = with(false);
    int rows = ramped.entries().size();
    int height = HEAD + rows * ROW + FOOT;
    put(
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'"
            + " font-family='sans-serif' font-size='13' fill='#222'>%n",
        WIDTH, height, WIDTH, height);
    put("<rect width='%d' height='%d' fill='white'/>%n", WIDTH, height);
    text(NAMES, 26, "start", 17, "True tip around 75 \u00b0C: median, 90 % of the plants, worst");
    text(RAMPED.left, 60, "start", 13, ramped.scenario().name());
    text(FASTEST.left, 60, "start", 13, fastest.scenario().name());
    text(BOXES.left, 60, "start", 13, "overshoot: median, 5 to 95 %, largest");
    for (int row = 0; row < rows; row++) {
      double top = HEAD + row * ROW;
      String colour = row == 0 ? OURS : PEER;
      Comparison.Entry entry = ramped.entries().get(row);
      text(NAMES, top + ROW / 2.0, "start", 13, entry.name());
      text(NAMES, top + ROW / 2.0 + 17, "start", 11, entry.outcomes().size() + " plants");
      courses(RAMPED, top, entry, colour);
      courses(FASTEST, top, fastest.entries().get(row), colour);
      boxes(top, entry, fastest.entries().get(row), colour);
    }
    axes(HEAD + rows * (double) ROW);
    put("</svg>%n");
    return out.toString();
  }

  private Comparison with(boolean ramp) {
    return comparisons.stream()
        .filter(c -> c.scenario().rampSeconds() > 0 == ramp)
        .filter(c -> ramp || c.scenario().lagSeconds().orElse(0) == 0.1)
        .findFirst()
        .orElseThrow();
  }

  private void courses(Frame frame, double top, Comparison.Entry entry, String colour) {
    band(frame, top, 1, "#eeeeee");
    band(frame, top, 0.5, "#dddddd");
    line(frame.left, y(top, 0), frame.left + frame.width, y(top, 0), "#888", 0.7);
    int from = (int) Math.round(frame.fromSeconds / TICK_SECONDS);
    int to = (int) Math.round(frame.toSeconds / TICK_SECONDS);
    int step = 2;
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    StringBuilder middle = new StringBuilder();
    StringBuilder worst = new StringBuilder();
    for (int tick = from; tick <= to; tick += step) {
      int at = tick;
      Spread spread = Spread.of(entry.outcomes(), outcome -> kelvin(outcome, at));
      double x = frame.x(tick * TICK_SECONDS);
      upper.append(point(x, y(top, spread.at(0.95))));
      lower.insert(0, point(x, y(top, spread.at(0.05))));
      middle.append(point(x, y(top, spread.at(0.5))));
      worst.append(point(x, y(top, spread.most())));
    }
    put("<polygon points='%s%s' fill='%s' fill-opacity='0.25'/>%n", upper, lower, colour);
    put("<polyline points='%s' fill='none' stroke='%s' stroke-width='1.6'/>%n", middle, colour);
    put(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='0.8'"
            + " stroke-dasharray='3 2'/>%n",
        worst, colour);
    put(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='none' stroke='#999'/>%n",
        frame.left, top + 4, frame.width, ROW - 8.0);
    text(frame.left - 6, y(top, KELVIN) + 10, "end", 11, "+6 K");
    text(frame.left - 6, y(top, 0) + 4, "end", 11, "0");
    text(frame.left - 6, y(top, -KELVIN) - 2, "end", 11, "\u22126 K");
  }

  private static double kelvin(Outcome outcome, int tick) {
    double[] course = outcome.courseKelvin();
    return tick < course.length ? course[tick] : Double.NaN;
  }

  private void band(Frame frame, double top, double kelvin, String colour) {
    put(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>%n",
        frame.left, y(top, kelvin), frame.width, y(top, -kelvin) - y(top, kelvin), colour);
  }

  private void boxes(double top, Comparison.Entry ramped, Comparison.Entry fastest, String colour) {
    for (int kelvin = -2; kelvin <= MOST_OVERSHOOT; kelvin += 2) {
      double x = BOXES.x(kelvin);
      line(x, top + 4, x, top + ROW - 4, kelvin == 0 ? "#888" : "#ddd", 0.7);
    }
    box(top + 16, ramped, colour, 0.85, "ramp");
    box(top + 60, fastest, colour, 0.4, "fastest");
  }

  private void box(double y, Comparison.Entry entry, String colour, double opacity, String what) {
    Spread over = Spread.of(entry.outcomes(), outcome -> outcome.first().overshootKelvin());
    double low = clip(over.at(0.05));
    double high = clip(over.at(0.95));
    double most = clip(over.most());
    put(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='18' fill='%s' fill-opacity='%.2f'/>%n",
        BOXES.x(low), y, Math.max(1.5, BOXES.x(high) - BOXES.x(low)), colour, opacity);
    line(BOXES.x(high), y + 9, BOXES.x(most), y + 9, colour, 1.4);
    line(BOXES.x(most), y + 3, BOXES.x(most), y + 15, colour, 1.4);
    double middle = BOXES.x(clip(over.at(0.5)));
    line(middle, y - 2, middle, y + 20, "#000", 1.6);
    String label = String.format(Locale.ROOT, "%s, max %.2f K", what, over.most());
    text(BOXES.left + BOXES.width, y + 31, "end", 11, label);
  }

  private void axes(double bottom) {
    for (int second = 4; second <= 9; second++) {
      text(RAMPED.x(second), bottom + 14, "middle", 11, second + " s");
    }
    for (int second = 0; second <= 4; second++) {
      text(FASTEST.x(second), bottom + 14, "middle", 11, second + " s");
    }
    for (int kelvin = -2; kelvin <= MOST_OVERSHOOT; kelvin += 2) {
      text(BOXES.x(kelvin), bottom + 14, "middle", 11, kelvin + " K");
    }
    text(RAMPED.left, bottom + 34, "start", 11, "from the command that begins the ramp");
    text(FASTEST.left, bottom + 34, "start", 11, "grey: within 0.5 K and 1 K");
  }

  private static double clip(double kelvin) {
    return Math.max(LEAST_OVERSHOOT, Math.min(MOST_OVERSHOOT, kelvin));
  }

  private static double y(double top, double kelvin) {
    double shown = Math.max(-KELVIN, Math.min(KELVIN, kelvin));
    return top + ROW / 2.0 - shown / KELVIN * (ROW / 2.0 - 4);
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }

  private void line(double x1, double y1, double x2, double y2, String colour, double width) {
    put(
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.1f'/>%n",
        x1, y1, x2, y2, colour, width);
  }

  private void text(double x, double y, String anchor, int size, String words) {
    put(
        "<text x='%.1f' y='%.1f' text-anchor='%s' font-size='%d'>%s</text>%n",
        x, y, anchor, size, words.replace("&", "&amp;").replace("<", "&lt;"));
  }

  @com.google.errorprone.annotations.FormatMethod
  private void put(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
