package lissauer.hal.modbus;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What makes a front end switch off by itself and stay off. */
public enum FrontEndFault {
  /** Tip above its cap with output on. */
  OVER_TEMPERATURE(0, "tip above its cap"),
  /** Output on for longer than its cap. */
  RF_TIME(1, "RF on for longer than its cap"),
  /** Interlock open with output on. */
  INTERLOCK(2, "interlock opened with RF on"),
  /** Return path lost with output on. */
  RETURN_PATH(3, "return path lost with RF on"),
  /** No good temperature with output on. */
  THERMOCOUPLE(4, "no good temperature with RF on"),
  /** Relay contact not as driven. */
  RELAY(5, "relay contact not as driven"),
  /** Power measured that was not asked for. */
  OUTPUT_STAGE(6, "output stage gives power that was not asked for"),
  /** A supply outside its range. */
  SUPPLY(7, "supply outside its range"),
  /** Board too hot. */
  BOARD_TEMPERATURE(8, "board too hot"),
  /** Self test failed. */
  SELF_TEST(9, "self test failed");

  private final int place;
  private final String words;

  FrontEndFault(int place, String words) {
    this.place = place;
    this.words = words;
  }

  /** Its bit in the register. */
  public int bit() {
    return 1 << place;
  }

  /** The faults of a register in words; bits of a later map by their number. */
  static String describe(int faults) {
    String known =
        Arrays.stream(values())
            .filter(fault -> (faults & fault.bit()) != 0)
            .map(fault -> fault.words)
            .collect(Collectors.joining(", "));
    int unknown = faults & ~((1 << values().length) - 1);
    return unknown == 0 ? known : (known + " and fault bits " + Integer.toHexString(unknown));
  }
}
