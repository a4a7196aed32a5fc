package lissauer.controller.telemetry;

import java.util.Objects;

/**
 * Something that must arrive: a state, an alarm set, an event or a summary.
 *
 * @param row the run it belongs to
 * @param birth the service start it belongs to; a left-over one is sent under its old birth
 * @param seq its number, unique within its birth
 * @param utcMillis when it was made, for receivers that keep a history
 * @param json the whole payload of profile {@code json}
 */
record Message(Kind kind, String row, String birth, long seq, long utcMillis, String json) {
  /** Where a message goes. */
  enum Kind {
    /** Phase, site and what blocks. */
    STATE(true),
    /** The alarms that are active now. */
    ALARM(true),
    /** Something happened. */
    EVENT(false),
    /** A row is over. */
    SUMMARY(false);

    private final boolean retained;

    Kind(boolean retained) {
      this.retained = retained;
    }

    /** Whether the broker keeps the newest one for those who come later. */
    boolean retained() {
      return retained;
    }
  }

  Message {
    Objects.requireNonNull(kind);
    if (seq <= 0) {
      throw new IllegalArgumentException("messages are numbered from 1, was " + seq);
    }
  }
}
