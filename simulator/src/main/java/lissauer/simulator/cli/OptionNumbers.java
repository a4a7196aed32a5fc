package lissauer.simulator.cli;

import java.util.Locale;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problem;
import lissauer.hal.settings.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads options that are numbers; what is wrong with any of them is told at once, with its unit.
 */
final class OptionNumbers {
  private final Problems problems;

  OptionNumbers(Problems problems) {
    this.problems = problems;
  }

  /** A number that must be given; the lowest allowed when it is not right. */
  double read(String option, @Nullable String given, double least, double most, String unit) {
    String range = (show(least) + " to " + show(most) + " " + unit).strip();
    if (given == null) {
      wrong(option, "is missing; give " + range);
      return least;
    }
    double value;
    try {
      value = Double.parseDouble(given);
    } catch (NumberFormatException e) {
      wrong(option, "\"" + given + "\" is not a number; give " + range + ", without the unit");
      return least;
    }
    if (!(value >= least && value <= most)) {
      wrong(option, given + " is out of range; allowed " + range);
      return least;
    }
    return value;
  }

  /** As above, with a value for when it is not given. */
  double read(
      String option,
      @Nullable String given,
      double least,
      double most,
      String unit,
      double otherwise) {
    return given == null ? otherwise : read(option, given, least, most, unit);
  }

  /** Notes that something is wrong with an option. */
  void wrong(String option, String message) {
    problems.add(new Problem(new Place(option, 0, 0), "", message));
  }

  /** A number as short as it can be written. */
  static String show(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.valueOf(value);
  }
}
