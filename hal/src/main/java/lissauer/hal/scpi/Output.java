package lissauer.hal.scpi;

import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import org.jspecify.annotations.Nullable;

/**
 * The output of the function generator: sets its amplitude, and reads its whole state back after
 * each set, so that a command that was ignored, a knob that was turned or another program's hand is
 * seen at the next exchange.
 */
final class Output {
  private static final double FREQUENCY_FRACTION = 1e-3;
  private static final double LOAD_FRACTION = 0.01;
  private static final double OFFSET_DC_VOLTS = 0.02;

  /** Above the test signal by so much counts as output. */
  private static final double ON_FACTOR = 1.2;

  private final ScpiLink link;
  private final ScpiSetup setup;
  private final SineVoltage ceiling;
  private boolean armed;
  private SineVoltage set;
  private SineVoltage asked;
  private SineVoltage before;
  private @Nullable GeneratorState state;
  private int bad;

  Output(ScpiLink link, ScpiSetup setup, SineVoltage ceiling) {
    this.link = link;
    this.setup = setup;
    this.ceiling = ceiling;
    this.set = setup.test();
    this.asked = set;
    this.before = set;
  }

  ScpiLink link() {
    return link;
  }

  /** Sets an amplitude; the next round reads it back. */
  void set(SineVoltage wanted) throws DeviceException {
    if (!wanted.equals(set)) {
      link.tell(setup.dialect().amplitude(wanted));
      set = wanted;
    }
  }

  /** Sets it when it is less than what is set: an instrument that is slow to answer delays more. */
  void setIfLess(SineVoltage wanted) throws DeviceException {
    if (wanted.voltsRms() < set.voltsRms()) {
      set(wanted);
    }
  }

  /** Goes on reading back; false while a round is under way. */
  boolean verify(long nowNanos) throws DeviceException {
    if (!link.busy()) {
      before = asked;
      asked = set;
      link.ask(setup.dialect().state(), nowNanos);
    }
    List<String> answers = link.poll(nowNanos);
    if (answers == null) {
      return false;
    }
    try {
      check(setup.dialect().state(answers));
      bad = 0;
      if (!armed) {
        link.tell(setup.dialect().output(true));
        armed = true;
        return false;
      }
    } catch (BadReply e) {
      link.bad(e.kind());
      if (++bad > 1) {
        throw link.trouble("two bad replies in a row, " + e.getMessage());
      }
    } catch (Dialect.InstrumentError e) {
      throw link.trouble("reports error " + e.getMessage());
    }
    return true;
  }

  /** Asks for the whole state and waits; judges nothing. */
  void ask(RigClock clock) throws DeviceException {
    link.converse(clock, setup.answerSeconds(), setup.dialect().state().toArray(ScpiQuery[]::new));
  }

  /** Whether more than the test signal comes out, as the generator itself said last. */
  boolean on() {
    return state != null
        && state.outputOn()
        && !(state.amplitude().voltsRms() <= setup.test().voltsRms() * ON_FACTOR);
  }

  /** Least that was set in the last rounds. */
  SineVoltage lowest() {
    return before.atMost(asked).atMost(set);
  }

  /** Most that was set in the last rounds. */
  SineVoltage highest() {
    return before.atLeast(asked).atLeast(set);
  }

  /** Takes the output off for good, as well as can be. */
  void off() {
    try {
      link.tell(setup.dialect().output(false));
      link.tell(setup.dialect().amplitude(setup.test()));
    } catch (DeviceException gone) {
      // There is no way left to tell it; the relay is the other one.
    } finally {
      link.close();
    }
  }

  private void check(GeneratorState now) throws DeviceException {
    state = now;
    require(now.sine(), "its wave is no sine");
    require(
        Math.abs(now.frequencyHertz() - setup.frequencyHertz())
            <= FREQUENCY_FRACTION * setup.frequencyHertz(),
        "its frequency is %.0f Hz, set was %.0f Hz"
            .formatted(now.frequencyHertz(), setup.frequencyHertz()));
    require(
        sameLoad(now.loadOhms()),
        "its load is set to %s Ω, the rig file says %s Ω: all voltages would be wrong"
            .formatted(now.loadOhms(), setup.loadOhms()));
    require(
        Math.abs(now.offsetDcVolts()) <= OFFSET_DC_VOLTS,
        "its offset is %.3f V, set was 0".formatted(now.offsetDcVolts()));
    require(
        asked.near(now.amplitude()) || set.near(now.amplitude()),
        "its amplitude is %s, set was %s".formatted(now.amplitude(), asked));
    require(
        now.ceiling() == null || now.ceiling().peakToPeak() <= ceiling.peakToPeak() + 0.002,
        "its amplitude ceiling is %s, set was %s".formatted(now.ceiling(), ceiling));
    require(now.outputOn() == armed, "its output is switched " + (armed ? "off" : "on"));
  }

  private boolean sameLoad(double loadOhms) {
    boolean high = loadOhms == Double.POSITIVE_INFINITY;
    boolean wantedHigh = setup.loadOhms() == Double.POSITIVE_INFINITY;
    if (high || wantedHigh) {
      return high == wantedHigh;
    }
    return Math.abs(loadOhms - setup.loadOhms()) <= LOAD_FRACTION * setup.loadOhms();
  }

  private void require(boolean right, String finding) throws DeviceException {
    if (!right) {
      throw link.trouble(
          finding + "; changed at its front panel or by another program, or it ignored a setting");
    }
  }
}
