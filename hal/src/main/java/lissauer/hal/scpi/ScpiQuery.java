package lissauer.hal.scpi;

/**
 * A question to an instrument.
 *
 * @param text what is sent
 * @param header with what the answer begins when the instrument repeats it; empty when it never
 *     does
 */
record ScpiQuery(String text, String header) {
  static ScpiQuery plain(String text) {
    return new ScpiQuery(text, "");
  }
}
