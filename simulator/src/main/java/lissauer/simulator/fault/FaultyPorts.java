package lissauer.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.Footswitch;
import lissauer.hal.Indicator;
import lissauer.hal.Interlock;
import lissauer.hal.MonitoringHold;
import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.RfRelay;
import lissauer.hal.Rig;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import lissauer.hal.TipPosition;

/** Puts a script between a rig and whoever uses it, port by port. */
public final class FaultyPorts {
  private final Rig rig;
  private final FaultPlay play;
  private final BreakableBench bench;

  private FaultyPorts(Rig rig, FaultPlay play, BreakableBench bench) {
    this.rig = rig;
    this.play = play;
    this.bench = bench;
  }

  /**
   * The same rig with the script's faults on its ports and its lines among the devices.
   *
   * @param caps end of scale of the meters
   */
  public static Rig of(
      Rig rig, FaultScript script, FaultPlay play, BreakableBench bench, Caps caps) {
    FaultyPorts ports = new FaultyPorts(rig, play, bench);
    List<String> devices = new ArrayList<>(rig.devices());
    devices.addAll(script.lines());
    return new Rig(
        rig.name(),
        rig.simulated(),
        devices,
        new FaultyClock(rig.clock(), play),
        new FaultyGenerator(rig.generator(), rig.clock(), play, caps),
        ports.thermocouple(),
        ports.interlock(),
        ports.relay(),
        ports.footswitch(),
        ports.positioner(),
        ports.indicator(),
        rig.heartbeat(),
        ports.monitoring(),
        rig.release());
  }

  private Thermocouple thermocouple() {
    Channel<TemperatureSample> channel = channel(Where.THERMOCOUPLE, new Natures.Sample());
    return () -> {
      channel.requireAnswer("thermocouple");
      return channel.pass(rig.thermocouple().read());
    };
  }

  private Interlock interlock() {
    Channel<Boolean> channel = channel(Where.INTERLOCK, new Natures.Flag());
    return () -> {
      channel.requireAnswer("interlock");
      return channel.pass(rig.interlock().closed());
    };
  }

  private Footswitch footswitch() {
    Channel<Boolean> channel = channel(Where.FOOTSWITCH, new Natures.Flag());
    return () -> {
      channel.requireAnswer("footswitch");
      return channel.pass(rig.footswitch().pressed());
    };
  }

  private MonitoringHold monitoring() {
    Channel<Boolean> channel = channel(Where.MONITORING, new Natures.Flag());
    return () -> {
      channel.requireAnswer("monitoring");
      return channel.pass(rig.monitoring().held());
    };
  }

  private RfRelay relay() {
    Channel<Boolean> contact = channel(Where.RELAY_CONTACT, new Natures.Flag());
    Drive<Boolean> drive = drive(Where.RELAY_DRIVE, new Natures.Flag(), "relay");
    return new RfRelay() {
      @Override
      public void drive(boolean closed) throws DeviceException {
        drive.give(closed, rig.relay()::drive);
      }

      @Override
      public boolean closed() throws DeviceException {
        contact.requireAnswer("relay");
        return contact.pass(rig.relay().closed());
      }
    };
  }

  private Positioner positioner() {
    Channel<PositionReading> reading = channel(Where.POSITIONER_READING, new Natures.Reading());
    Drive<TipPosition> drive = drive(Where.POSITIONER_MOVE, new Natures.Place(), "positioner");
    return new Positioner() {
      @Override
      public void moveTo(TipPosition position) throws DeviceException {
        drive.give(position, rig.positioner()::moveTo);
      }

      @Override
      public PositionReading read() throws DeviceException {
        reading.requireAnswer("positioner");
        return reading.pass(rig.positioner().read());
      }
    };
  }

  private Indicator indicator() {
    Drive<Boolean> drive = drive(Where.INDICATOR, new Natures.Flag(), "indicator");
    return on -> drive.give(on, rig.indicator()::showRf);
  }

  private <T> Channel<T> channel(Where where, Nature<T> nature) {
    return new Channel<>(play, where, rig.clock(), nature);
  }

  private <T> Drive<T> drive(Where where, Nature<T> nature, String device) {
    return new Drive<>(bench, channel(where, nature), device);
  }
}
