package lissauer.controller.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From values of one quantity to places in a drawing, in px; and round numbers to label it with.
 */
final class Scale {
  private final double from;
  private final double to;
  private final double start;
  private final double end;

  /** A scale; a range of nothing becomes one of 1. */
  Scale(double from, double to, double start, double end) {
    this.from = from;
    this.to = to > from ? to : from + 1;
    this.start = start;
    this.end = end;
  }

  /** Place of a value, held within a little beyond the ends. */
  double at(double value) {
    double share = (value - from) / (to - from);
    return start + (end - start) * Math.max(-0.02, Math.min(1.02, share));
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  /** Round values within the range, about so many. */
  List<Double> marks(int about) {
    double step = step((to - from) / about);
    List<Double> marks = new ArrayList<>();
    for (double i = Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
      marks.add(i * step);
    }
    return marks;
  }

  /** The mark as text, with as many digits as marks of this scale need. */
  String label(double mark, int about) {
    double step = step((to - from) / about);
    int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    String text = String.format(Locale.ROOT, "%." + digits + "f", mark);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / power;
    return power * (part <= 1.0001 ? 1 : part <= 2.0001 ? 2 : part <= 5.0001 ? 5 : 10);
  }
}
