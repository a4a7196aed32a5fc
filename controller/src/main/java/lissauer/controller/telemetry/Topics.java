package lissauer.controller.telemetry;

import java.util.Locale;

/** Names of the topics of profile {@code json}; docs/telemetry describes what is on them. */
record Topics(String base) {
  /** The first two levels, the same for every rig. */
  static final String ROOT = "lissauer/v1";

  static Topics of(Identity who) {
    return new Topics(ROOT + "/" + who.lab() + "/" + who.rig());
  }

  String status() {
    return base + "/status";
  }

  String birth() {
    return base + "/birth";
  }

  String telemetry() {
    return base + "/telemetry";
  }

  String of(Message message) {
    return switch (message.kind()) {
      case STATE, ALARM, EVENT -> base + "/" + message.kind().name().toLowerCase(Locale.ROOT);
      case SUMMARY -> base + "/row/" + message.row() + "/summary";
    };
  }

  /** The topic of one command. */
  String command(Command command) {
    return base + "/cmd/" + command.word();
  }
}
