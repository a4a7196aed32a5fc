package lissauer.hal.scpi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RigClock;
import lissauer.hal.scpi.RmsMeter.Measurement;

/**
 * A function generator with an amplifier behind it as a source of RF power.
 *
 * <p>Such a generator regulates nothing: power becomes an amplitude by the impedance that was
 * measured last. While nothing is commanded it puts out a test signal, with which impedance is
 * measured. Every exchange sets, reads the whole state of the generator back and measures; what an
 * instrument cannot answer within the exchange it answers in a later one.
 *
 * <p>It has no lease of its own. {@link LeaseKeeper} takes the output down when the service falls
 * silent, but dies with this process: then the relay's heartbeat, or the hardware cap that the rig
 * file declares, has to do it, and meanwhile the ceiling in the instrument limits what flows.
 */
public final class ScpiGenerator implements RfGenerator {
  /** An exchange waits so long for instruments that answer at once; slower ones answer later. */
  private static final long PATIENCE_NANOS = 6_000_000;

  /** After a pause, when the last measurement says nothing any more, it waits for a new one. */
  private static final long LONG_PATIENCE_NANOS = 90_000_000;

  private static final long FRESH_NANOS = 150_000_000;
  private static final long LOOK_NANOS = 200_000;
  private static final long CLOSING_MILLIS = 50;

  private final RigClock clock;
  private final ScpiSetup setup;
  private final Electrode electrode;
  private final Output output;
  private final RmsMeter meter;
  private final List<String> identities;
  private final PlausibleGain gain;
  private final ReentrantLock turn = new ReentrantLock();
  private long leaseEndsNanos = Long.MAX_VALUE;
  private volatile boolean closed;

  ScpiGenerator(
      RigClock clock,
      ScpiSetup setup,
      Electrode electrode,
      Output output,
      RmsMeter meter,
      List<String> identities) {
    this.clock = clock;
    this.setup = setup;
    this.electrode = electrode;
    this.output = output;
    this.meter = meter;
    this.identities = List.copyOf(identities);
    this.gain = new PlausibleGain(setup.amplifier(), electrode.impedance());
  }

  /** What answered, one line an instrument. */
  public List<String> identities() {
    return identities;
  }

  /** What arrived from the instruments and could not be used. */
  public String badFrames() {
    return "generator " + output.link().badFrames() + ", meter " + meter.link().badFrames();
  }

  @Override
  public RfReading exchange(RfCommand command) throws DeviceException {
    turn.lock();
    try {
      if (closed) {
        throw output.link().trouble("has been switched off for good");
      }
      long now = clock.nanos();
      leaseEndsNanos = command.on() ? now + command.leaseNanos() : Long.MAX_VALUE;
      SineVoltage wanted = command.on() ? amplitude(command) : setup.test();
      if (!command.on()) {
        output.set(wanted);
      }
      converse(wanted, now + (fresh(now) ? PATIENCE_NANOS : LONG_PATIENCE_NANOS));
      return reading();
    } finally {
      turn.unlock();
    }
  }

  /** Asks both instruments for their state and waits, without setting anything. */
  void askBoth() throws DeviceException {
    turn.lock();
    try {
      output.ask(clock);
      meter.ask(clock);
    } finally {
      turn.unlock();
    }
  }

  /** Bad replies of both instruments by name. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>(output.link().badFrames());
    meter.link().badFrames().forEach((name, count) -> counts.merge(name, count, Long::sum));
    return counts;
  }

  /** Amplitude that the instrument was seen to hold. */
  SineVoltage ceiling() {
    return setup.ceiling(electrode);
  }

  double answerSeconds() {
    return setup.answerSeconds();
  }

  /** Falls back to the test signal when the lease of the last command has run out. */
  public void expire() throws DeviceException {
    turn.lock();
    try {
      if (!closed && clock.nanos() - leaseEndsNanos >= 0 && leaseEndsNanos != Long.MAX_VALUE) {
        leaseEndsNanos = Long.MAX_VALUE;
        output.set(setup.test());
      }
    } finally {
      turn.unlock();
    }
  }

  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    boolean mine = false;
    try {
      mine = turn.tryLock(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      output.off();
      meter.close();
    } finally {
      if (mine) {
        turn.unlock();
      }
    }
  }

  private boolean fresh(long nowNanos) {
    Measurement last = meter.latest();
    return last != null && nowNanos - last.takenNanos() <= FRESH_NANOS;
  }

  /** Reads back what was set before, so that a turned knob is seen, and only then sets anew. */
  private void converse(SineVoltage wanted, long untilNanos) throws DeviceException {
    boolean set = false;
    boolean measured = false;
    while (true) {
      long now = clock.nanos();
      if (!set && output.verify(now)) {
        set = true;
        output.set(wanted);
      }
      measured = measured || meter.measure(now);
      if ((set && measured) || now >= untilNanos) {
        output.setIfLess(wanted);
        return;
      }
      clock.sleepUntil(Math.min(now + LOOK_NANOS, untilNanos));
    }
  }

  private SineVoltage amplitude(RfCommand command) {
    Measurement last = meter.latest();
    double measuredOhms = last == null ? Double.NaN : last.impedanceOhms();
    if (!(measuredOhms > 0)) {
      return setup.test();
    }
    double least = Math.max(1, electrode.impedance().minimumOhms());
    double ohms = Math.clamp(measuredOhms, least, electrode.impedance().maximumOhms());
    double watts = Math.min(command.powerWatts(), electrode.caps().absoluteWatts());
    double volts =
        Math.min(
            Math.sqrt(watts * ohms),
            Math.min(electrode.caps().voltsRms(), electrode.caps().ampsRms() * ohms));
    SineVoltage wanted = setup.amplifier().generatorFor(volts, ohms);
    return wanted.atMost(setup.ceiling(electrode)).atLeast(setup.test());
  }

  private RfReading reading() throws DeviceException {
    Measurement last = meter.latest();
    if (last == null) {
      return new RfReading(
          clock.nanos(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, output.on());
    }
    if (gain.implausible(last, output.lowest(), output.highest())) {
      throw output.link().trouble(gain.message());
    }
    return new RfReading(
        last.takenNanos(),
        last.voltsRms(),
        last.ampsRms(),
        last.voltsRms() * last.ampsRms(),
        last.impedanceOhms(),
        output.on());
  }
}
