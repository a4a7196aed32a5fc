package lissauer.hal.scpi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with the unit that an instrument has put behind it.
 *
 * @param unit as written; empty when there is none
 */
record Quantity(double numberRatio, String unit) {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:[0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?)"
              + " ?([A-Za-z]{0,8})");

  static Quantity parse(String text) throws BadReply {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new BadReply("no number", text);
    }
    double value = Double.parseDouble(matcher.group(1));
    if (!Double.isFinite(value)) {
      throw new BadReply("no finite number", text);
    }
    return new Quantity(value, matcher.group(2));
  }

  /** Volts or amperes; without a unit the query has said which. */
  static double of(String text, String unit) throws BadReply {
    Quantity quantity = parse(text);
    if (quantity.unit.equalsIgnoreCase(unit) || quantity.unit.isEmpty()) {
      return quantity.numberRatio;
    }
    if (quantity.unit.equals("m" + unit)) {
      return quantity.numberRatio * 1e-3;
    }
    throw new BadReply("wrong unit", text + ", expected " + unit);
  }

  static double hertz(String text) throws BadReply {
    Quantity quantity = parse(text);
    return switch (quantity.unit.toUpperCase(java.util.Locale.ROOT)) {
      case "", "HZ" -> quantity.numberRatio;
      case "KHZ" -> quantity.numberRatio * 1e3;
      case "MHZ" -> quantity.numberRatio * 1e6;
      default -> throw new BadReply("wrong unit", text + ", expected Hz");
    };
  }

  /** A voltage from zero up, in whatever form the unit says: V is peak to peak here. */
  static SineVoltage amplitude(String text, double loadOhms) throws BadReply {
    Quantity quantity = parse(text);
    double value = quantity.numberRatio;
    try {
      return switch (quantity.unit) {
        case "", "V", "Vpp", "VPP" -> SineVoltage.ofPeakToPeak(value);
        case "mV", "mVpp" -> SineVoltage.ofPeakToPeak(value * 1e-3);
        case "Vrms", "VRMS" -> new SineVoltage(value);
        case "mVrms" -> new SineVoltage(value * 1e-3);
        case "dBm", "DBM" -> SineVoltage.ofDbm(value, loadOhms);
        default -> throw new BadReply("wrong unit", text + ", expected an amplitude");
      };
    } catch (IllegalArgumentException e) {
      throw new BadReply("no amplitude", text);
    }
  }
}
