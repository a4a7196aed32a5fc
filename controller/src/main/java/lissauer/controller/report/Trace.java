package lissauer.controller.report;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import lissauer.controller.record.RecordedTick;

/**
 * One line over time. More ticks than a drawing has room for become the lowest and the highest of
 * each stretch, so that no spike is lost.
 */
final class Trace {
  private final Scale x;
  private final Scale y;
  private final StringBuilder path = new StringBuilder();
  private boolean pen;

  private Trace(Scale x, Scale y) {
    this.x = x;
    this.y = y;
  }

  /**
   * The path of some ticks.
   *
   * @param when seconds, or whatever the drawing counts along its axis
   * @param stretches most that the path has
   */
  static String path(
      List<RecordedTick> ticks,
      ToDoubleFunction<RecordedTick> when,
      ToDoubleFunction<RecordedTick> value,
      Predicate<RecordedTick> shown,
      Scale x,
      Scale y,
      int stretches) {
    Trace trace = new Trace(x, y);
    int each = Math.max(1, (int) Math.ceil((double) ticks.size() / stretches));
    for (int from = 0; from < ticks.size(); from += each) {
      trace.stretch(ticks.subList(from, Math.min(ticks.size(), from + each)), when, value, shown);
    }
    return trace.path.toString();
  }

  private void stretch(
      List<RecordedTick> ticks,
      ToDoubleFunction<RecordedTick> when,
      ToDoubleFunction<RecordedTick> value,
      Predicate<RecordedTick> shown) {
    int low = -1;
    int high = -1;
    for (int i = 0; i < ticks.size(); i++) {
      double here = value.applyAsDouble(ticks.get(i));
      if (shown.test(ticks.get(i)) && Double.isFinite(here)) {
        low = low < 0 || here < value.applyAsDouble(ticks.get(low)) ? i : low;
        high = high < 0 || here > value.applyAsDouble(ticks.get(high)) ? i : high;
      }
    }
    if (low < 0) {
      pen = false;
      return;
    }
    add(ticks.get(Math.min(low, high)), when, value);
    if (low != high) {
      add(ticks.get(Math.max(low, high)), when, value);
    }
  }

  private void add(
      RecordedTick tick,
      ToDoubleFunction<RecordedTick> when,
      ToDoubleFunction<RecordedTick> value) {
    path.append(pen ? 'L' : 'M')
        .append(Svg.number(x.at(when.applyAsDouble(tick))))
        .append(' ')
        .append(Svg.number(y.at(value.applyAsDouble(tick))));
    pen = true;
  }
}
