package lissauer.simulator.device;

import com.digitalpetri.modbus.ExceptionCode;
import java.util.Map;
import lissauer.hal.modbus.FrontEndCaps;
import lissauer.hal.modbus.FrontEndCommand;
import lissauer.hal.modbus.FrontEndFault;
import lissauer.hal.modbus.FrontEndIdentity;
import lissauer.hal.modbus.FrontEndMap;
import lissauer.hal.modbus.FrontEndStatus;
import lissauer.hal.modbus.Registers;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedClock;

/**
 * What an emulated front end does by itself: it holds caps and lease, lets the relay fall, switches
 * off on faults and keeps them, whatever the wire does. All of it on the bench's clock.
 */
public final class FrontEndBoard {
  /** How often it looks after itself; the map allows 5 ms. */
  private static final long WATCH_NANOS = 2_000_000;

  private static final long RELAY_TRAVEL_NANOS = 100_000_000;
  private static final double HAND_KELVIN = 5;
  private static final FrontEndCaps NO_CAPS = new FrontEndCaps(0, 0, 0, 0, 0);
  private static final FrontEndCommand NO_COMMAND = new FrontEndCommand(0, 0, 0, 0);

  /** Notes what happens, with the bench's time. */
  @FunctionalInterface
  public interface Notes {
    /** One event at a time of the bench's clock. */
    void note(long nanos, String event, Map<String, ?> details);
  }

  private final SimulatedClock clock;
  private final FrontEndIdentity identity;
  private final Notes notes;
  private final FrontEndInputs inputs;
  private final FrontEndOutput output;
  private FrontEndCaps caps = NO_CAPS;
  private FrontEndCommand command = NO_COMMAND;
  private boolean commanded;
  private long commandNanos;
  private long leaseEndNanos;
  private int faults;
  private int repeated;
  private int leaseEnds;
  private int capTrips;
  private int resets = 1;

  /** A board that has just been reset, on a bench that is its alone to heat. */
  public FrontEndBoard(SimulatedBench bench, FrontEndIdentity identity, Notes notes) {
    this.clock = bench.clock();
    this.identity = identity;
    this.notes = notes;
    this.inputs = new FrontEndInputs(bench.thermocouple(), bench.thermocouple().read());
    this.output = new FrontEndOutput(bench, notes);
    watch();
  }

  /** Opens or closes the interlock, from outside. */
  public void interlock(boolean isClosed) {
    inputs.interlock(isClosed);
    note(isClosed ? "interlock closed" : "interlock open", Map.of());
    lookAfter();
  }

  /** Steps on the footswitch or off it. */
  public void footswitch(boolean isDown) {
    inputs.footswitch(isDown);
    note(isDown ? "footswitch down" : "footswitch up", Map.of());
  }

  /** Connects or disconnects the return path. */
  public void returnPath(boolean isGood) {
    inputs.returnPath(isGood);
    note(isGood ? "return path good" : "return path lost", Map.of());
    lookAfter();
  }

  /** Takes the tip between two fingers, as far as the thermocouple can tell, or lets go of it. */
  public void touch(boolean held) {
    inputs.warmedBy(held ? HAND_KELVIN : 0);
    note(held ? "tip warmed" : "tip released", Map.of());
  }

  /** Its supply fails for a moment: everything off, caps gone. */
  public void reset() {
    output.forget();
    caps = NO_CAPS;
    command = NO_COMMAND;
    commanded = false;
    faults = 0;
    resets++;
    note("reset", Map.of());
  }

  void note(String event, Map<String, ?> details) {
    notes.note(clock.nanos(), event, details);
  }

  FrontEndIdentity identity() {
    return identity;
  }

  FrontEndCaps caps() {
    return caps;
  }

  FrontEndCommand command() {
    return command;
  }

  /** Takes caps, or refuses them. */
  void take(FrontEndCaps wanted) throws Refusal {
    if (output.microwatts() > 0 || output.relayDriven()) {
      throw new Refusal(ExceptionCode.SLAVE_DEVICE_BUSY, "caps with output on or relay driven");
    }
    boolean positive =
        wanted.microwatts() > 0
            && wanted.millivolts() > 0
            && wanted.microamps() > 0
            && wanted.tipSteps() >= 45 * FrontEndMap.PER_KELVIN
            && wanted.rfTenths() > 0;
    if (!wanted.above(identity.greatest()).isEmpty() || !positive) {
      throw new Refusal(ExceptionCode.ILLEGAL_DATA_VALUE, "caps out of range: " + wanted);
    }
    caps = wanted;
    output.hold(wanted);
    note("caps written", Map.of("caps", wanted.toString()));
  }

  /** Carries a command out, or refuses it. */
  void take(FrontEndCommand wanted) throws Refusal {
    check(wanted);
    if (commanded && wanted.sequence() == command.sequence()) {
      repeated++;
      note("repeated", Map.of("sequence", wanted.sequence()));
      return;
    }
    command = wanted;
    commanded = true;
    commandNanos = clock.nanos();
    leaseEndNanos = commandNanos + wanted.leaseMillis() * 1_000_000L;
    if (wanted.asks(FrontEndMap.ACKNOWLEDGE)) {
      acknowledge();
    }
    note(
        "command",
        Map.of(
            "sequence", wanted.sequence(),
            "setPointWatts", wanted.microwatts() / FrontEndMap.MICRO,
            "leaseMillis", wanted.leaseMillis(),
            "control", wanted.control()));
    output.put(faults == 0 ? wanted.microwatts() : 0, leaseEndNanos - commandNanos);
    output.driveRelay(wanted.asks(FrontEndMap.RELAY) && faults == 0);
    lookAfter();
  }

  private void check(FrontEndCommand wanted) throws Refusal {
    boolean on = wanted.microwatts() > 0;
    int known = FrontEndMap.RELAY | FrontEndMap.LAMP | FrontEndMap.ACKNOWLEDGE;
    String wrong = "";
    if ((wanted.control() & ~known) != 0) {
      wrong = "unknown control bits";
    } else if (wanted.microwatts() > caps.microwatts()) {
      wrong = "set point above its cap";
    } else if (wanted.leaseMillis() > identity.longestLeaseMillis()) {
      wrong = "lease too long";
    } else if (on && (wanted.leaseMillis() == 0 || !wanted.asks(FrontEndMap.RELAY))) {
      wrong = "set point without lease or relay";
    } else if (on && wanted.asks(FrontEndMap.ACKNOWLEDGE)) {
      wrong = "acknowledge with a set point";
    }
    if (!wrong.isEmpty()) {
      throw new Refusal(ExceptionCode.ILLEGAL_DATA_VALUE, wrong);
    }
  }

  private void acknowledge() {
    for (FrontEndFault fault : FrontEndFault.values()) {
      faults &= cause(fault) ? ~0 : ~fault.bit();
    }
  }

  private void watch() {
    lookAfter();
    clock.at(clock.nanos() + WATCH_NANOS, this::watch);
  }

  private void lookAfter() {
    long now = clock.nanos();
    inputs.look();
    output.look();
    if (output.microwatts() > 0 && now >= leaseEndNanos) {
      leaseEnds++;
      output.off("lease ended");
    }
    if (output.relayDriven() && now - commandNanos >= FrontEndMap.RELAY_HOLD_NANOS) {
      output.off("no command");
      output.driveRelay(false);
    }
    for (FrontEndFault fault : FrontEndFault.values()) {
      boolean counts = output.microwatts() > 0 || fault == FrontEndFault.RELAY;
      if (counts && cause(fault)) {
        latch(fault);
      }
    }
    output.look();
  }

  private boolean cause(FrontEndFault fault) {
    return switch (fault) {
      case OVER_TEMPERATURE -> inputs.tipSteps() > caps.tipSteps();
      case RF_TIME -> output.rfNanos() > caps.rfTenths() * 100_000_000L;
      case INTERLOCK -> !inputs.interlockClosed();
      case RETURN_PATH -> !inputs.returnPathGood();
      case THERMOCOUPLE -> inputs.blind(clock.nanos());
      case RELAY ->
          output.contact() != output.relayDriven() && output.relayNanos() > RELAY_TRAVEL_NANOS;
      case OUTPUT_STAGE, SUPPLY, BOARD_TEMPERATURE, SELF_TEST -> false; // nothing to fail here
    };
  }

  private void latch(FrontEndFault fault) {
    if ((faults & fault.bit()) == 0) {
      faults |= fault.bit();
      note("fault", Map.of("fault", fault.name()));
      boolean cap = fault == FrontEndFault.OVER_TEMPERATURE || fault == FrontEndFault.RF_TIME;
      capTrips += cap ? 1 : 0;
    }
    output.off("fault");
    if (fault == FrontEndFault.INTERLOCK || fault == FrontEndFault.RELAY) {
      output.driveRelay(false);
    }
  }

  /** The status block, now. */
  FrontEndStatus status() {
    lookAfter();
    long now = clock.nanos();
    return new FrontEndStatus(
        command.sequence(),
        statusBits(now),
        faults,
        output.microwatts(),
        Math.clamp((leaseEndNanos - now) / 1_000_000, 0, 65535),
        output.reading().powerWatts(),
        output.reading().voltsRms(),
        output.reading().ampsRms(),
        output.reading().impedanceOhms(),
        inputs.sample().tipCelsius(),
        inputs.sample().quality(),
        inputs.samples(),
        now - inputs.sample().sampledNanos(),
        inputs.sample().coldJunctionCelsius());
  }

  private int statusBits(long now) {
    boolean[] bits = {
      output.on(),
      !caps.equals(NO_CAPS),
      output.relayDriven(),
      output.contact(),
      inputs.interlockClosed(),
      inputs.footswitchDown(),
      inputs.returnPathGood(),
      output.on() && output.reading().powerWatts() < 0.99e-6 * output.microwatts(),
      command.asks(FrontEndMap.LAMP) || output.on(),
      true,
      now < leaseEndNanos
    };
    int all = 0;
    for (int i = 0; i < bits.length; i++) {
      all |= bits[i] ? 1 << i : 0;
    }
    return all;
  }

  /** Diagnostics, but for what only the wire side counts. */
  Registers diagnostics() {
    double boardSteps = inputs.sample().coldJunctionCelsius() * FrontEndMap.PER_KELVIN;
    return new Registers(FrontEndMap.DIAGNOSTICS, FrontEndMap.DIAGNOSTICS_SIZE)
        .put16(
            192,
            Double.isNaN(boardSteps) ? FrontEndMap.NO_TEMPERATURE : (int) Math.round(boardSteps))
        .put16(193, inputs.returnPathGood() ? 120 : 65535)
        .put16(194, 0x7F)
        .put16(196, resets)
        .put32(197, clock.nanos() / 100_000_000)
        .put16(204, repeated)
        .put16(205, leaseEnds)
        .put16(206, capTrips)
        .put16(207, inputs.interlockOpenings());
  }
}
