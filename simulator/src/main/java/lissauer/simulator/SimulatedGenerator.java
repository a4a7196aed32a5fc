package lissauer.simulator;

import lissauer.hal.Caps;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;

/**
 * A generator that regulates the real power at its output, holds its own caps, and falls to 0 W
 * when its lease runs out. It measures impedance with a test signal while its output is off. Of
 * what it puts out the tissue gets what the wiring lets through.
 */
public final class SimulatedGenerator implements RfGenerator {
  private static final double TEST_VOLTS_RMS = 0.1;

  private final SimulatedClock clock;
  private final SimulatedTip tip;
  private final Circuit circuit;
  private final OutputStage stage;
  private final SimulatedRelay relay;
  private final Caps caps;
  private final Noise noise;
  private double wantedWatts;
  private double watts;
  private double joules;
  private long accountedNanos;
  private long exchangedNanos;
  private long commands;
  private boolean closed;

  /**
   * @param noiseFraction standard deviation of each meter, as a share of its value
   */
  SimulatedGenerator(
      SimulatedClock clock,
      SimulatedTip tip,
      Circuit circuit,
      OutputStage stage,
      SimulatedRelay relay,
      Caps caps,
      double noiseFraction,
      long seed) {
    this.clock = clock;
    this.tip = tip;
    this.circuit = circuit;
    this.stage = stage;
    this.relay = relay;
    this.caps = caps;
    this.noise = new Noise(seed, "generator", noiseFraction);
    relay.onChange(() -> put(relay.closed() ? watts : 0));
    stage.onChange(() -> put(wantedWatts));
    circuit.onChange(() -> put(wantedWatts));
  }

  @Override
  public RfReading exchange(RfCommand command) {
    Wiring.Load load = load();
    RfReading reading = measure(load);
    wantedWatts = command.powerWatts();
    put(wantedWatts, load);
    long mine = ++commands;
    if (command.on()) {
      clock.at(clock.nanos() + command.leaseNanos(), () -> expire(mine));
    }
    return reading;
  }

  /** Switches the output off until the next command. */
  public void off() {
    wantedWatts = 0;
    put(0);
  }

  @Override
  public void close() {
    closed = true;
    off();
  }

  /** Whether it puts anything out, now. */
  public boolean on() {
    return watts > 0;
  }

  private void expire(long command) {
    if (command == commands && stage.heedsLease()) {
      off();
    }
  }

  /** Sets the output as far as the caps and the load allow. */
  private void put(double wanted) {
    put(wanted, load());
  }

  private void put(double wanted, Wiring.Load load) {
    account();
    double mostAmps = Math.min(caps.ampsRms(), caps.voltsRms() / load.magnitudeOhms());
    double most = Math.min(caps.absoluteWatts(), mostAmps * mostAmps * load.realOhms());
    double told = closed ? 0 : Math.min(wanted, most);
    watts = relay.closed() ? stage.watts(told, most) : 0;
    tip.heat(watts * load.tissueFraction());
  }

  private Wiring.Load load() {
    return circuit.load();
  }

  private void account() {
    joules += watts * (clock.nanos() - accountedNanos) * 1e-9;
    accountedNanos = clock.nanos();
  }

  /** Means since the exchange before, as an RMS meter gives them. */
  private RfReading measure(Wiring.Load load) {
    account();
    double seconds = (clock.nanos() - exchangedNanos) * 1e-9;
    double mean = seconds > 0 ? joules / seconds : 0;
    joules = 0;
    exchangedNanos = clock.nanos();
    if (!relay.closed()) {
      return new RfReading(clock.nanos(), TEST_VOLTS_RMS, 0, 0, Double.NaN, false);
    }
    boolean on = watts > 0;
    double ohms = load.magnitudeOhms();
    double trueAmps = on ? Math.sqrt(mean / load.realOhms()) : TEST_VOLTS_RMS / ohms;
    double volts = trueAmps * ohms * (1 + noise.next());
    double amps = trueAmps * (1 + noise.next());
    double power = mean * (1 + noise.next());
    double shownOhms = ohms * (1 + noise.next());
    return new RfReading(
        clock.nanos(),
        Steps.of(volts, 1e-3),
        Steps.of(amps, 1e-6),
        Steps.of(power, 1e-4),
        Steps.of(shownOhms, 0.1),
        on);
  }
}
