package lissauer.hal.lab;

import java.util.Locale;

/** What a device can be on a rig. */
enum Part {
  GENERATOR(true),
  THERMOCOUPLE(true),
  INTERLOCK(true),
  RELAY(true),
  POSITIONER(true),
  FOOTSWITCH(false),
  INDICATOR(false),
  MONITORING(false);

  private final boolean needed;

  Part(boolean needed) {
    this.needed = needed;
  }

  /** Its key in a rig file. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether no rig can do without. */
  boolean needed() {
    return needed;
  }
}
