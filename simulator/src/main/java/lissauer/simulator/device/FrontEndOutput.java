package lissauer.simulator.device;

import java.util.Map;
import lissauer.hal.Caps;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.modbus.FrontEndCaps;
import lissauer.hal.modbus.FrontEndMap;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedGenerator;
import org.jspecify.annotations.Nullable;

/** Output stage and relay of an emulated front end, with a note of every change. */
final class FrontEndOutput {
  private static final RfReading NOTHING = new RfReading(0, 0, 0, 0, Double.NaN, false);

  private final SimulatedBench bench;
  private final FrontEndBoard.Notes notes;
  private @Nullable SimulatedGenerator generator;
  private RfReading reading = NOTHING;
  private long microwatts;
  private boolean relayDriven;
  private long relayChangedNanos;
  private long rfNanos;
  private long lookedNanos;
  private boolean wasOn;
  private boolean wasContact;

  FrontEndOutput(SimulatedBench bench, FrontEndBoard.Notes notes) {
    this.bench = bench;
    this.notes = notes;
  }

  void hold(FrontEndCaps caps) {
    if (bench.amplified()) {
      return; // its own output leads nowhere: another source is wired to the tip
    }
    double watts = caps.microwatts() / FrontEndMap.MICRO;
    generator =
        bench.generator(
            new Caps(
                watts,
                watts,
                caps.millivolts() / FrontEndMap.MILLI,
                caps.microamps() / FrontEndMap.MICRO,
                caps.tipSteps() / FrontEndMap.PER_KELVIN,
                caps.rfTenths() / 10.0));
  }

  /** Measures since the last time, then puts this power out for this long. */
  void put(long wantedMicrowatts, long leaseNanos) {
    microwatts = wantedMicrowatts;
    if (generator != null) {
      reading = generator.exchange(new RfCommand(microwatts / FrontEndMap.MICRO, leaseNanos));
    }
  }

  /** Nothing more, until it is told again. */
  void off(String why) {
    if (generator != null) {
      generator.off();
    }
    if (microwatts > 0) {
      note("set point 0", Map.of("why", why));
    }
    microwatts = 0;
    look();
  }

  void driveRelay(boolean closed) {
    if (relayDriven != closed) {
      relayDriven = closed;
      relayChangedNanos = bench.clock().nanos();
      bench.relay().drive(closed);
      note(closed ? "relay driven" : "relay let go", Map.of());
    }
  }

  /** As after a failed supply. */
  void forget() {
    off("reset");
    driveRelay(false);
    generator = null;
    reading = NOTHING;
  }

  /** Counts RF time and notes what has changed, by itself or by a command. */
  void look() {
    long now = bench.clock().nanos();
    rfNanos = !contact() ? 0 : wasOn ? rfNanos + (now - lookedNanos) : rfNanos;
    lookedNanos = now;
    if (on() != wasOn) {
      wasOn = on();
      note(wasOn ? "output on" : "output off", Map.of("tissueWatts", bench.tip().powerWatts()));
    }
    if (contact() != wasContact) {
      wasContact = contact();
      note(wasContact ? "contact closed" : "contact open", Map.of());
    }
  }

  boolean on() {
    return generator != null && generator.on();
  }

  boolean contact() {
    return bench.relay().closed();
  }

  boolean relayDriven() {
    return relayDriven;
  }

  /** How long the relay has been told what it is told now. */
  long relayNanos() {
    return bench.clock().nanos() - relayChangedNanos;
  }

  /** Set point in force. */
  long microwatts() {
    return microwatts;
  }

  RfReading reading() {
    return reading;
  }

  /** Output on since the contact was last open. */
  long rfNanos() {
    return rfNanos;
  }

  private void note(String event, Map<String, ?> details) {
    notes.note(bench.clock().nanos(), event, details);
  }
}
