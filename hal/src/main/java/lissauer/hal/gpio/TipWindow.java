package lissauer.hal.gpio;

/**
 * What a tip in tissue can be. A converter that shows more or less is broken, not connected, or not
 * the chip that it is taken for.
 */
final class TipWindow {
  static final int LEAST_CELSIUS = -20;
  static final int MOST_CELSIUS = 150;

  private TipWindow() {}

  static boolean holds(double celsius) {
    return celsius >= LEAST_CELSIUS && celsius <= MOST_CELSIUS;
  }
}
