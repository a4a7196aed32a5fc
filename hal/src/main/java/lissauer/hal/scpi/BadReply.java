package lissauer.hal.scpi;

/** An answer that is not what was asked for. */
final class BadReply extends Exception {
  private static final long serialVersionUID = 1L;

  private final String kind;

  /**
   * @param kind under which it is counted, the same for every answer of its sort
   */
  BadReply(String kind, String reply) {
    super(kind + ": \"" + (reply.length() > 120 ? reply.substring(0, 120) + "..." : reply) + "\"");
    this.kind = kind;
  }

  String kind() {
    return kind;
  }
}
