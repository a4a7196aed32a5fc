package lissauer.hal.modbus;

/** Nothing usable came in time; asking again may help. */
final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  NoAnswer(String message) {
    super(message, null, false, false);
  }
}
