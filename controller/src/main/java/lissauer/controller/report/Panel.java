package lissauer.controller.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import lissauer.controller.record.RecordedTick;

/** One quantity over time: frame, marks, and the lines in it. */
final class Panel {
  private final Svg svg;
  private final Quantity quantity;
  private final Scale x;
  private final Scale y;
  private final Frame frame;

  /** Where a panel lies in its drawing, in px. */
  record Frame(double left, double top, double width, double height) {
    double right() {
      return left + width;
    }

    double bottom() {
      return top + height;
    }
  }

  /**
   * Draws the frame.
   *
   * @param ticks all that the panel must have room for
   */
  Panel(Svg svg, Quantity quantity, List<RecordedTick> ticks, double from, double to, Frame frame) {
    this.svg = svg;
    this.quantity = quantity;
    this.frame = frame;
    this.x = new Scale(from, to, frame.left(), frame.right());
    this.y = quantity.scale(ticks, frame.bottom(), frame.top());
    int rows = Math.max(2, (int) (frame.height() / 24));
    for (double mark : y.marks(rows)) {
      svg.line("grid", frame.left(), y.at(mark), frame.right(), y.at(mark));
      svg.text("left", frame.left() - 5, y.at(mark) + 3.5, y.label(mark, rows));
    }
  }

  /** Marks and title of the time axis, below. */
  Panel timeAxis(String title) {
    int columns = Math.max(3, (int) (frame.width() / 75));
    for (double mark : x.marks(columns)) {
      svg.line("tick", x.at(mark), frame.bottom(), x.at(mark), frame.bottom() + 4);
      svg.text("mid", x.at(mark), frame.bottom() + 15, x.label(mark, columns));
    }
    svg.text("mid", (frame.left() + frame.right()) / 2, frame.bottom() + 29, title);
    return this;
  }

  /** A stretch of values that is meant. */
  Panel band(double low, double high) {
    svg.rect("band", frame.left(), y.at(high), frame.width(), y.at(low) - y.at(high));
    return this;
  }

  /** The quantity itself. */
  Panel trace(List<RecordedTick> ticks, ToDoubleFunction<RecordedTick> when, int stretches) {
    svg.path("line " + quantity.style(), path(ticks, when, stretches));
    return this;
  }

  /** The same in a colour of its own. */
  Panel trace(
      List<RecordedTick> ticks, ToDoubleFunction<RecordedTick> when, int stretches, String colour) {
    svg.coloured("line", colour, path(ticks, when, stretches));
    return this;
  }

  /** The set point, where there is one. */
  Panel reference(List<RecordedTick> ticks, ToDoubleFunction<RecordedTick> when, int stretches) {
    svg.path(
        "reference",
        Trace.path(
            ticks,
            when,
            RecordedTick::referenceCelsius,
            tick -> Double.isFinite(tick.referenceCelsius()),
            x,
            y,
            stretches));
    return this;
  }

  /** A moment. */
  Panel moment(double at) {
    svg.line("moment", x.at(at), frame.top(), x.at(at), frame.bottom());
    return this;
  }

  /** The frame's outline and the name of what is drawn; last, so that it lies on top. */
  void close() {
    svg.rect("frame", frame.left(), frame.top(), frame.width(), frame.height());
    svg.text("name", frame.left() + 6, frame.top() + 14, quantity.axis());
  }

  private String path(
      List<RecordedTick> ticks, ToDoubleFunction<RecordedTick> when, int stretches) {
    return Trace.path(ticks, when, quantity.value(), quantity::shown, x, y, stretches);
  }
}
