package lissauer.hal.scpi;

import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * Measures voltage and current of the electrode with a scope or another instrument, one round of
 * questions after the other.
 *
 * <p>A Siglent scope that has nothing valid to show answers {@code ****}. That is a missing
 * measurement and never 0: the last one stays, with its old time.
 */
final class RmsMeter implements AutoCloseable {
  private static final long LOOK_NANOS = 1_000_000;

  /** So many rounds in a row without a measurement are no accident. */
  private static final int MOST_MISSING = 10;

  private final MeterSetup setup;
  private final ScpiLink link;
  private final double answerSeconds;
  private @Nullable Measurement latest;
  private long askedNanos;
  private int missing;
  private int bad;

  /**
   * One measurement.
   *
   * @param takenNanos when it was asked for; it had ended by the time it was answered
   */
  record Measurement(long takenNanos, double voltsRms, double ampsRms) {
    /** Voltage over current; NaN when no current flows. */
    double impedanceOhms() {
      return ampsRms > 0 ? voltsRms / ampsRms : Double.NaN;
    }
  }

  RmsMeter(MeterSetup setup, Link link, double answerSeconds) {
    this.setup = setup;
    this.answerSeconds = answerSeconds;
    this.link = new ScpiLink("meter", link, answerSeconds);
  }

  /** Checks who answers, sets it up, takes a first measurement, and returns its identity. */
  String open(RigClock clock, double openSeconds) throws DeviceException {
    String identity = link.converse(clock, openSeconds, ScpiQuery.plain("*IDN?")).getFirst();
    if (!identity.contains(setup.identity())) {
      throw link.trouble("is \"%s\", the rig file says %s".formatted(identity, setup.identity()));
    }
    for (String command : setup.prepare()) {
      link.tell(command);
    }
    long due = clock.nanos() + Math.round(openSeconds * 1e9);
    while (latest == null && clock.nanos() < due) {
      measure(clock.nanos());
      clock.sleepUntil(clock.nanos() + LOOK_NANOS);
    }
    if (latest == null) {
      throw link.trouble("shows nothing; is it running, are its channels on?");
    }
    return identity;
  }

  /** Asks for both measurements and waits; judges nothing. */
  void ask(RigClock clock) throws DeviceException {
    link.converse(clock, answerSeconds, setup.volts(), setup.amps());
  }

  /** Goes on measuring; false while a round is under way. */
  boolean measure(long nowNanos) throws DeviceException {
    if (!link.busy()) {
      askedNanos = nowNanos;
      link.ask(List.of(setup.volts(), setup.amps()), nowNanos);
    }
    List<String> answers = link.poll(nowNanos);
    if (answers == null) {
      return false;
    }
    try {
      take(answers);
      bad = 0;
    } catch (BadReply e) {
      link.bad(e.kind());
      if (++bad > 1) {
        throw link.trouble("two bad replies in a row, " + e.getMessage());
      }
    }
    return true;
  }

  @Nullable Measurement latest() {
    return latest;
  }

  ScpiLink link() {
    return link;
  }

  @Override
  public void close() {
    link.close();
  }

  private void take(List<String> answers) throws BadReply, DeviceException {
    double volts = value(answers.get(0), "V");
    double amps = value(answers.get(1), setup.ampsUnit());
    if (Double.isNaN(volts) || Double.isNaN(amps)) {
      link.bad("missing measurement");
      if (++missing >= MOST_MISSING) {
        throw link.trouble(
            "shows no %s (****): is it running, are its channels on, does the signal fit the screen?"
                .formatted(Double.isNaN(volts) ? "voltage" : "current"));
      }
      return;
    }
    missing = 0;
    latest = new Measurement(askedNanos, volts * setup.voltsRatio(), amps / setup.shuntOhms());
  }

  /** NaN when it is missing. */
  private static double value(String answer, String unit) throws BadReply {
    String text = answer.startsWith("RMS,") ? answer.substring(4) : answer;
    if (text.startsWith("****")) {
      return Double.NaN;
    }
    double value = Quantity.of(text, unit);
    if (!(value >= 0)) {
      throw new BadReply("negative RMS", answer);
    }
    return value;
  }
}
