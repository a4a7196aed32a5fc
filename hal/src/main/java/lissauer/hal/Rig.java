package lissauer.hal;

import java.util.List;

/**
 * The devices on one bench, opened and ready.
 *
 * @param name the rig file it came from
 * @param simulated true when no real device is behind it; every record and display carries this on
 * @param devices what answered, one line a device: model, serial number, firmware; for the record
 * @param heartbeat what keeps the relay closed, beside its drive
 * @param monitoring who may ask for a pause
 * @param release lets go of ports and threads; called once, when RF is off and the relay open
 */
public record Rig(
    String name,
    boolean simulated,
    List<String> devices,
    RigClock clock,
    RfGenerator generator,
    Thermocouple thermocouple,
    Interlock interlock,
    RfRelay relay,
    Footswitch footswitch,
    Positioner positioner,
    Indicator indicator,
    Heartbeat heartbeat,
    MonitoringHold monitoring,
    Runnable release)
    implements AutoCloseable {

  /** Keeps its own copy of the device list. */
  public Rig {
    devices = List.copyOf(devices);
  }

  /** A rig whose relay needs no heartbeat and where nobody asks for a pause. */
  public Rig(
      String name,
      boolean simulated,
      List<String> devices,
      RigClock clock,
      RfGenerator generator,
      Thermocouple thermocouple,
      Interlock interlock,
      RfRelay relay,
      Footswitch footswitch,
      Positioner positioner,
      Indicator indicator,
      Runnable release) {
    this(
        name,
        simulated,
        devices,
        clock,
        generator,
        thermocouple,
        interlock,
        relay,
        footswitch,
        positioner,
        indicator,
        Heartbeat.NONE,
        MonitoringHold.NONE,
        release);
  }

  /**
   * Asks every sensor once.
   *
   * @throws DeviceException from the first device that did not answer
   */
  public RigSample read() throws DeviceException {
    return new RigSample(
        thermocouple.read(),
        interlock.closed(),
        relay.closed(),
        footswitch.pressed(),
        monitoring.held(),
        positioner.read());
  }

  /**
   * Switches the output off, lets the relay fall open and gives the ports back, each even if the
   * one before failed.
   */
  @Override
  public void close() throws DeviceException {
    try {
      generator.close();
    } finally {
      try {
        relay.drive(false);
      } finally {
        release.run();
      }
    }
  }
}
