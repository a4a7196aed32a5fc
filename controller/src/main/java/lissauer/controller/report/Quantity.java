package lissauer.controller.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import lissauer.controller.record.RecordedTick;

/** What is drawn over time. */
enum Quantity {
  TEMPERATURE("tip", "°C", "t", RecordedTick::tipCelsius),
  POWER("power", "W", "p", RecordedTick::powerWatts),
  IMPEDANCE("impedance", "Ω", "z", RecordedTick::impedanceOhms);

  private final String title;
  private final String unit;
  private final String style;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference
  private final ToDoubleFunction<RecordedTick> value;

  Quantity(String title, String unit, String style, ToDoubleFunction<RecordedTick> value) {
    this.title = title;
    this.unit = unit;
    this.style = style;
    this.value = value;
  }

  String axis() {
    return title + ", " + unit;
  }

  String style() {
    return style;
  }

  ToDoubleFunction<RecordedTick> value() {
    return value;
  }

  /** Where it is measured at all: impedance means nothing with the relay open. */
  boolean shown(RecordedTick tick) {
    return Double.isFinite(value.applyAsDouble(tick))
        && (this != IMPEDANCE || (tick.contact('R') && tick.relayClosed()));
  }

  /** A range that shows all ticks, with some air. */
  Scale scale(List<RecordedTick> ticks, double start, double end) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (RecordedTick tick : ticks) {
      if (shown(tick)) {
        least = Math.min(least, value.applyAsDouble(tick));
        most = Math.max(most, value.applyAsDouble(tick));
      }
      if (this == TEMPERATURE && Double.isFinite(tick.referenceCelsius())) {
        least = Math.min(least, tick.referenceCelsius());
        most = Math.max(most, tick.referenceCelsius());
      }
    }
    if (!(most >= least)) {
      return new Scale(0, 1, start, end);
    }
    double air = Math.max(0.05 * (most - least), this == POWER ? 0.002 : 1);
    double room = Math.max(0.2 * (most - least), 2 * air); // for the name of what is drawn
    return new Scale(this == POWER ? Math.min(0, least) : least - air, most + room, start, end);
  }
}
