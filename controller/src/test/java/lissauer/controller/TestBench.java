package lissauer.controller;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.ControlCore;
import lissauer.controller.loop.ControlLoop;
import lissauer.controller.loop.Protocol;
import lissauer.controller.loop.StopSwitch;
import lissauer.controller.loop.Tick;
import lissauer.controller.safety.Inputs;
import lissauer.hal.DeviceException;
import lissauer.hal.Indicator;
import lissauer.hal.Interlock;
import lissauer.hal.MonitoringHold;
import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfRelay;
import lissauer.hal.Rig;
import lissauer.hal.Thermocouple;
import lissauer.hal.TipPosition;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.simulator.SimulatedRigProvider;

/** The shipped configuration on the simulator, with devices that a test may replace. */
public final class TestBench {
  public static final Path CONFIG = Path.of("..", "config");

  public final Protocol protocol;
  public final StopSwitch stop = new StopSwitch();
  public Acknowledgement acknowledgement = Acknowledgement.never();
  public final List<Tick> ticks = new ArrayList<>();
  private final ConfigFolder folder = new ConfigFolder(CONFIG);
  private final Problems problems = new Problems();
  private Map<String, String> overrides = Map.of();
  private UnaryOperator<Rig> change = rig -> rig;
  private Consumer<Tick> listener = _ -> {};

  public TestBench(String plan) {
    protocol = new ProtocolReader(folder).read(plan, problems);
    problems.throwIfAny();
  }

  public TestBench with(Map<String, String> settings) {
    overrides = settings;
    return this;
  }

  public TestBench changing(UnaryOperator<Rig> by) {
    change = by;
    return this;
  }

  public TestBench onTick(Consumer<Tick> then) {
    listener = then;
    return this;
  }

  public Rig open() throws DeviceException {
    return change.apply(
        new SimulatedRigProvider()
            .read(
                folder.open("rigs", "simulated", overrides, new Place("test", 0, 0), problems),
                protocol.electrode())
            .open());
  }

  /** Runs the row and returns its last tick. */
  public Tick run() throws DeviceException {
    try (Rig rig = open()) {
      return new ControlLoop(
              rig,
              new ControlCore(protocol),
              protocol.tickNanos(),
              stop,
              acknowledgement,
              List.of(ticks::add, listener))
          .run();
    }
  }

  /** What a rig shows at rest. */
  public static Inputs restingInputs(Rig rig) throws DeviceException {
    return new Inputs(rig.read(), rig.generator().exchange(RfCommand.OFF), null, null, null);
  }

  /** A rig with a switch that asks for a pause. */
  public static Rig watched(Rig rig, MonitoringHold monitoring) {
    return new Rig(
        rig.name(),
        rig.simulated(),
        rig.devices(),
        rig.clock(),
        rig.generator(),
        rig.thermocouple(),
        rig.interlock(),
        rig.relay(),
        rig.footswitch(),
        rig.positioner(),
        rig.indicator(),
        rig.heartbeat(),
        monitoring,
        rig.release());
  }

  /** What a port does before it does its work. */
  @FunctionalInterface
  public interface Before {
    void run() throws DeviceException;
  }

  public static Rig with(Rig rig, Thermocouple thermocouple) {
    return rig(rig, rig.generator(), thermocouple, rig.interlock(), rig.relay());
  }

  public static Rig with(Rig rig, RfGenerator generator) {
    return rig(rig, generator, rig.thermocouple(), rig.interlock(), rig.relay());
  }

  public static Rig with(Rig rig, Interlock interlock) {
    return rig(rig, rig.generator(), rig.thermocouple(), interlock, rig.relay());
  }

  public static Rig with(Rig rig, RfRelay relay) {
    return rig(rig, rig.generator(), rig.thermocouple(), rig.interlock(), relay);
  }

  public static Rig with(Rig rig, Indicator indicator) {
    return new Rig(
        rig.name(),
        rig.simulated(),
        rig.devices(),
        rig.clock(),
        rig.generator(),
        rig.thermocouple(),
        rig.interlock(),
        rig.relay(),
        rig.footswitch(),
        rig.positioner(),
        indicator,
        rig.release());
  }

  /** A rig one of whose small ports does something before it answers. */
  public static Rig rest(Rig rig, Before before, String port) {
    Positioner positioner = rig.positioner();
    return new Rig(
        rig.name(),
        rig.simulated(),
        rig.devices(),
        rig.clock(),
        rig.generator(),
        rig.thermocouple(),
        () -> {
          when(port.equals("interlock"), before);
          return rig.interlock().closed();
        },
        rig.relay(),
        () -> {
          when(port.equals("footswitch"), before);
          return rig.footswitch().pressed();
        },
        new Positioner() {
          @Override
          public void moveTo(TipPosition position) throws DeviceException {
            positioner.moveTo(position);
          }

          @Override
          public PositionReading read() throws DeviceException {
            when(port.equals("positioner"), before);
            return positioner.read();
          }
        },
        on -> {
          when(port.equals("indicator"), before);
          rig.indicator().showRf(on);
        },
        rig.release());
  }

  private static void when(boolean asked, Before before) throws DeviceException {
    if (asked) {
      before.run();
    }
  }

  private static Rig rig(
      Rig rig,
      RfGenerator generator,
      Thermocouple thermocouple,
      Interlock interlock,
      RfRelay relay) {
    return new Rig(
        rig.name(),
        rig.simulated(),
        rig.devices(),
        rig.clock(),
        generator,
        thermocouple,
        interlock,
        relay,
        rig.footswitch(),
        rig.positioner(),
        rig.indicator(),
        rig.release());
  }
}
