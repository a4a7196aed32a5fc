package lissauer.controller.telemetry;

/** The connection to the broker is not there, or no more. */
final class LinkException extends Exception {
  private static final long serialVersionUID = 1L;

  LinkException(String message, Throwable cause) {
    super(message, cause);
  }

  LinkException(String message) {
    super(message);
  }
}
