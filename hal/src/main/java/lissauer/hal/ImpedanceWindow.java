package lissauer.hal;

import lissauer.hal.settings.Settings;

/**
 * Which impedances mean that the tip sits in tissue.
 *
 * <p>A 2 mm tip reads about 400 Ω in cerebrospinal fluid and more than 1000 Ω in cord (percutaneous
 * cordotomy technique, guwsmedical.info); an open lead reads several kΩ.
 *
 * @param startMinimumOhms below this a lesion is not started: not fully in tissue
 * @param startMaximumOhms above this a lesion is not started: poor contact
 * @param minimumOhms below this RF is cut: short
 * @param maximumOhms above this RF is cut: open lead, char, or lost contact
 */
public record ImpedanceWindow(
    double startMinimumOhms, double startMaximumOhms, double minimumOhms, double maximumOhms) {
  private static final double MOST_OHMS = 100_000;

  /** Refuses windows that are empty, or a start window wider than the window while heating. */
  public ImpedanceWindow {
    if (!(0 <= minimumOhms
        && minimumOhms <= startMinimumOhms
        && startMinimumOhms < startMaximumOhms
        && startMaximumOhms <= maximumOhms
        && maximumOhms <= MOST_OHMS)) {
      throw new IllegalArgumentException(
          "impedances must satisfy 0 <= minimum <= start minimum < start maximum <= maximum <= "
              + MOST_OHMS
              + " ohm");
    }
  }

  /** Reads the {@code impedance_window:} of an electrode file. */
  static ImpedanceWindow from(Settings settings) {
    double minimum = settings.number("minimum_ohms", 0, MOST_OHMS / 2);
    double startMinimum = settings.number("start_minimum_ohms", minimum, MOST_OHMS / 2);
    double startMaximum = settings.number("start_maximum_ohms", startMinimum + 1, MOST_OHMS);
    double maximum = settings.number("maximum_ohms", startMaximum, MOST_OHMS);
    settings.done();
    return new ImpedanceWindow(startMinimum, startMaximum, minimum, maximum);
  }
}
