package lissauer.hal.modbus;

/** Nothing usable came in time; asking again may help. */
final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean silence;

  /**
   * @param silence whether nothing came at all
   */
  NoAnswer(String message, boolean silence) {
    super(message, null, false, false);
    this.silence = silence;
  }

  boolean silence() {
    return silence;
  }
}
