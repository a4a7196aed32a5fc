package lissauer.controller.loop;

import java.util.List;
import java.util.function.Consumer;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.Inputs;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import lissauer.hal.DeviceFault;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.Rig;
import lissauer.hal.RigSample;
import lissauer.hal.TipPosition;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tick on a rig until the row has ended. Together with {@link ControlCore} this is the
 * whole product; everything else listens.
 */
public final class ControlLoop {
  /** How long the output of a tripped rig is watched for going off before the loop gives up. */
  private static final double GIVE_UP_SECONDS = 1;

  private final Rig rig;
  private final ControlCore core;
  private final long tickNanos;
  private final List<Consumer<Tick>> listeners;
  private final StopSwitch stop;
  private final Acknowledgement acknowledgement;
  private @Nullable DeviceFault fault;
  private RfReading rf;
  private Tick last;
  private final long openedNanos;

  /**
   * Takes hold of the rig with RF off.
   *
   * @param listeners told of every tick, in order, on the loop's thread: they must not block it
   * @throws DeviceException if a device does not answer
   */
  public ControlLoop(
      Rig rig,
      ControlCore core,
      long tickNanos,
      StopSwitch stop,
      Acknowledgement acknowledgement,
      List<Consumer<Tick>> listeners)
      throws DeviceException {
    this.rig = rig;
    this.core = core;
    this.tickNanos = tickNanos;
    this.stop = stop;
    this.acknowledgement = acknowledgement;
    this.listeners = List.copyOf(listeners);
    rig.relay().drive(false);
    rf = rig.generator().exchange(RfCommand.OFF);
    last = core.open(new Inputs(rig.read(), rf, null, null, null), rig.clock().nanos());
    openedNanos = last.atNanos();
    tell(last);
  }

  /**
   * Ticks until the row has ended and RF is seen to be off.
   *
   * @return the last tick, done or tripped
   */
  public Tick run() {
    try {
      long due = rig.clock().nanos();
      while (!finished()) {
        tick();
        due = Math.max(due + tickNanos, rig.clock().nanos());
        rig.clock().sleepUntil(due);
      }
      return last;
    } finally {
      // After a row this changes nothing. After an error of our own it is the first thing that
      // happens.
      act(() -> rig.relay().drive(false));
      act(() -> rig.generator().exchange(RfCommand.OFF));
    }
  }

  /** Rig clock at the opening tick. */
  public long openedNanos() {
    return openedNanos;
  }

  /** Whether the output was seen off at the end; if not, somebody has to pull a plug. */
  public boolean confirmedOff() {
    return core.finished(last);
  }

  private void tick() {
    RigSample sample = ask(rig::read, last.inputs().sample());
    String acknowledged = acknowledgement.take();
    if (acknowledged != null && last.phase() instanceof Phase.Tripped) {
      stop.release();
    }
    Inputs inputs = new Inputs(sample, rf, fault, stop.pressedBy(), acknowledged);
    fault = null;
    Decision before = last.decision();
    last = core.step(last, inputs, rig.clock().nanos());
    obey(before, last.decision());
    tell(last);
  }

  /**
   * On a trip the relay goes first, so that a generator which does not answer cannot keep it
   * closed. Otherwise the generator does, since a relay should not switch under power.
   */
  private void obey(Decision before, Decision now) {
    boolean stuckClosed = now.phase().ended() && last.inputs().sample().relayClosed();
    boolean relayMoves = now.relayClosed() != before.relayClosed() || stuckClosed;
    if (relayMoves && now.phase().ended()) {
      act(() -> rig.relay().drive(now.relayClosed()));
    }
    rf = ask(() -> rig.generator().exchange(now.command()), rf);
    if (relayMoves && !now.phase().ended()) {
      act(() -> rig.relay().drive(now.relayClosed()));
    }
    TipPosition wanted = now.tipAt();
    if (!wanted.equals(before.tipAt())) {
      act(() -> rig.positioner().moveTo(wanted));
    }
    act(() -> rig.indicator().showRf(rf.outputOn()));
  }

  private void tell(Tick tick) {
    for (Consumer<Tick> listener : listeners) {
      listener.accept(tick);
    }
  }

  private boolean finished() {
    if (last.phase() instanceof Phase.Tripped tripped && waits(tripped)) {
      return false;
    }
    double endedSeconds = (last.atNanos() - last.phase().sinceNanos()) * 1e-9;
    return core.finished(last) || (last.phase().ended() && endedSeconds > GIVE_UP_SECONDS);
  }

  private boolean waits(Phase.Tripped tripped) {
    StopSource by = stop.pressedBy();
    return acknowledgement.isAwaited() && !tripped.locked() && (by == null || !by.last());
  }

  private void act(Act act) {
    ask(
        () -> {
          act.run();
          return rf;
        },
        rf);
  }

  /** The one place where device trouble is caught; the next tick trips on it. */
  private <T> T ask(Ask<T> question, T otherwise) {
    try {
      return question.get();
    } catch (DeviceException e) {
      if (fault == null) {
        fault = DeviceFault.of(e);
      }
      return otherwise;
    }
  }

  @FunctionalInterface
  private interface Ask<T> {
    T get() throws DeviceException;
  }

  @FunctionalInterface
  private interface Act {
    void run() throws DeviceException;
  }
}
