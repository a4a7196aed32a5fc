package lissauer.hal.lab;

import java.util.Optional;

/**
 * One physical device of a lab rig, opened; it may offer several ports of the hal: a front end
 * generates, reads the thermocouple and holds the relay.
 */
public interface LabDevice extends AutoCloseable {
  /** Model, serial number and firmware as the device told them, for the record. */
  String description();

  /** Whether it said of itself that it only stands in for a device; a record carries this on. */
  boolean emulated();

  /**
   * The port of this type, as {@code RfGenerator.class}, when the device has one; always the same.
   */
  <T> Optional<T> port(Class<T> type);

  /** Gives its wire back, after RF is off and the relay is open; may be called more than once. */
  @Override
  void close();
}
