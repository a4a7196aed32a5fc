package lissauer.simulator.fault;

import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RigClock;
import org.jspecify.annotations.Nullable;

/** A generator whose link, set point and meters obey a script. */
final class FaultyGenerator implements RfGenerator {
  /** So long the driver of the reference front end waits for an answer. */
  private static final long PATIENCE_NANOS = 45_000_000;

  /** The longest that an exchange may take ({@link RfGenerator#exchange}). */
  private static final long LONGEST_NANOS = 100_000_000;

  private static final double MOST_OHMS = 10_000;

  private final RfGenerator inner;
  private final RigClock clock;
  private final Channel<Boolean> link;
  private final Channel<RfCommand> command;
  private final Channel<Double> volts;
  private final Channel<Double> amps;
  private final Channel<Double> power;
  private final Channel<Double> impedance;
  private final Channel<Boolean> output;
  private RfCommand arrived = RfCommand.OFF;
  private long leaseEndNanos;
  private @Nullable RfReading last;

  FaultyGenerator(RfGenerator inner, RigClock clock, FaultPlay play, Caps caps) {
    this.inner = inner;
    this.clock = clock;
    link = new Channel<>(play, Where.GENERATOR, clock, new Natures.Flag());
    command =
        new Channel<>(
            play, Where.GENERATOR_COMMAND, clock, new Natures.Command(caps.absoluteWatts()));
    volts = meter(play, Where.GENERATOR_VOLTS, caps.voltsRms());
    amps = meter(play, Where.GENERATOR_AMPS, caps.ampsRms());
    power = meter(play, Where.GENERATOR_POWER, caps.absoluteWatts());
    impedance = meter(play, Where.GENERATOR_IMPEDANCE, MOST_OHMS);
    output = new Channel<>(play, Where.GENERATOR_OUTPUT, clock, new Natures.Flag());
  }

  private Channel<Double> meter(FaultPlay play, Where where, double most) {
    return new Channel<>(play, where, clock, new Natures.Meter(most));
  }

  @Override
  public RfReading exchange(RfCommand wanted) throws DeviceException {
    if (lost()) {
      clock.sleepUntil(clock.nanos() + PATIENCE_NANOS);
      throw new DeviceException("generator", "no reply within 45 ms (scripted fault)");
    }
    RfReading before = last;
    if (before != null && link.present(what -> what instanceof Malfunction.Stuck)) {
      return before;
    }
    RfReading reading = distorted(inner.exchange(sent(wanted)));
    last = reading;
    late();
    if (link.present(what -> what instanceof Malfunction.Garbage)) {
      throw new DeviceException("generator", "reply with a wrong checksum (scripted fault)");
    }
    return reading;
  }

  /** A command to go off for good does not arrive over a link that is lost either. */
  @Override
  public void close() {
    if (!lost()) {
      inner.close();
    }
  }

  private boolean lost() {
    return link.present(what -> what instanceof Malfunction.Off);
  }

  private RfCommand sent(RfCommand wanted) {
    long now = clock.nanos();
    RfCommand sent = command.pass(wanted);
    if (command.present(what -> what instanceof Malfunction.Off)) {
      long left = leaseEndNanos - now;
      return left > 0 && arrived.on() ? new RfCommand(arrived.powerWatts(), left) : RfCommand.OFF;
    }
    arrived = sent;
    leaseEndNanos = now + sent.leaseNanos();
    return sent;
  }

  private void late() throws DeviceException {
    long delay = Math.round(link.delaySeconds() * 1e9);
    if (delay > 0) {
      clock.sleepUntil(clock.nanos() + Math.min(delay, LONGEST_NANOS));
    }
    if (delay > LONGEST_NANOS) {
      throw new DeviceException("generator", "no reply within 100 ms (scripted fault)");
    }
  }

  private RfReading distorted(RfReading reading) {
    return new RfReading(
        reading.measuredNanos(),
        volts.pass(reading.voltsRms()),
        amps.pass(reading.ampsRms()),
        power.pass(reading.powerWatts()),
        impedance.pass(reading.impedanceOhms()),
        output.pass(reading.outputOn()));
  }
}
