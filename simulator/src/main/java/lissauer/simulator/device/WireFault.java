package lissauer.simulator.device;

/** What a bad wire, or a device with a fault, does to the frames that come back. */
public enum WireFault {
  /** Nothing. */
  NONE,
  /** Each comes half a second late. */
  LATE,
  /** One byte of each is wrong. */
  CORRUPT,
  /** The second half of each is missing. */
  PARTIAL,
  /** Each comes twice. */
  DUPLICATED,
  /** Each is the one that was sent when it began. */
  STUCK,
  /** None comes. */
  SILENT
}
