package lissauer.hal.modbus;

/**
 * Numbers of the register map 1.0; docs/devices/front-end.md says what they mean, and a test holds
 * this file against it.
 */
public final class FrontEndMap {
  /** First register of what a front end says of itself. */
  public static final int IDENTITY = 0;

  /** Registers there. */
  public static final int IDENTITY_SIZE = 32;

  /** "LS". */
  public static final int MAGIC = 0x4C53;

  /** Major version in the high byte. */
  public static final int MAP_VERSION = 0x0100;

  /** Model, sixteen characters. */
  public static final int MODEL = 2;

  /** Serial number, sixteen characters. */
  public static final int SERIAL_NUMBER = 10;

  /** First of three parts of the firmware's version. */
  public static final int FIRMWARE = 18;

  /** What the board has. */
  public static final int CAPABILITIES = 21;

  /** First of the greatest values of what caps may be, in the order of the caps. */
  public static final int GREATEST = 22;

  /** Longest lease in ms. */
  public static final int LONGEST_LEASE = 30;

  /** Thermocouple period in 0.1 ms. */
  public static final int CONVERSION_PERIOD = 31;

  /** First register of the caps. */
  public static final int CAPS = 64;

  /** Registers there. */
  public static final int CAPS_SIZE = 8;

  /** First register of the command. */
  public static final int COMMAND = 128;

  /** Registers there. */
  public static final int COMMAND_SIZE = 5;

  /** First register of the status. */
  public static final int STATUS = 160;

  /** Registers there. */
  public static final int STATUS_SIZE = 19;

  /** First register of the diagnostics. */
  public static final int DIAGNOSTICS = 192;

  /** Registers there. */
  public static final int DIAGNOSTICS_SIZE = 16;

  /** Control bit: close the relay. */
  public static final int RELAY = 1;

  /** Control bit: light the lamp. */
  public static final int LAMP = 1 << 1;

  /** Control bit: clear faults whose cause is gone. */
  public static final int ACKNOWLEDGE = 1 << 2;

  /** Status bit: output stage on. */
  public static final int OUTPUT_ON = 1;

  /** Status bit: caps are written. */
  public static final int CAPS_WRITTEN = 1 << 1;

  /** Status bit: relay is driven. */
  public static final int RELAY_DRIVEN = 1 << 2;

  /** Status bit: relay contact closed. */
  public static final int CONTACT_CLOSED = 1 << 3;

  /** Status bit: interlock closed. */
  public static final int INTERLOCK_CLOSED = 1 << 4;

  /** Status bit: footswitch down. */
  public static final int FOOTSWITCH_DOWN = 1 << 5;

  /** Status bit: return path good. */
  public static final int RETURN_PATH_GOOD = 1 << 6;

  /** Status bit: a voltage or current cap limits. */
  public static final int LIMITED = 1 << 7;

  /** Status bit: lamp lit. */
  public static final int LAMP_ON = 1 << 8;

  /** Status bit: self test passed. */
  public static final int SELF_TEST_PASSED = 1 << 9;

  /** Status bit: lease running. */
  public static final int LEASE_RUNNING = 1 << 10;

  /** Capability bit: no hardware. */
  public static final int EMULATION = 1 << 15;

  /** No temperature. */
  public static final int NO_TEMPERATURE = -32768;

  /** No impedance. */
  public static final long NO_IMPEDANCE = 0xFFFFFFFFL;

  /** µW to the watt, mV to the volt times a thousand, and so on. */
  public static final double MICRO = 1e6;

  /** mV to the volt. */
  public static final double MILLI = 1e3;

  /** Steps of a temperature to the kelvin. */
  public static final double PER_KELVIN = 128;

  /** Relay falls open after this long without a command. */
  public static final long RELAY_HOLD_NANOS = 500_000_000;

  private FrontEndMap() {}
}
