package lissauer.controller.loop;

import lissauer.controller.control.ImaginedTip;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.Inputs;
import lissauer.hal.ImpedanceWindow;
import lissauer.hal.PositionReading;
import lissauer.hal.Quality;
import lissauer.hal.RfReading;
import lissauer.hal.RigSample;
import lissauer.hal.TemperatureSample;
import lissauer.hal.TipPosition;

/**
 * Decides the first site of a row once on an imagined tip, before the loop takes hold of a real
 * one. Java loads classes and compiles code when they are first used: without this, the first tick
 * of the first ramp takes some ten times as long as the others, with RF on, and on a busy computer
 * the gate cuts it off for that.
 */
public final class Rehearsal {
  /** Longer sites are not rehearsed to their end. */
  private static final int MOST_TICKS = 4000;

  private static final double COLD_JUNCTION_CELSIUS = 23;
  private static final double NOISE_KELVIN = 0.01;

  private final Protocol protocol;
  private final ControlCore core;
  private final ImaginedTip tip;
  private final double coldOhms;

  private Rehearsal(Protocol protocol) {
    this.protocol = protocol;
    this.core = new ControlCore(protocol);
    this.tip = new ImaginedTip(protocol.ladder());
    ImpedanceWindow window = protocol.electrode().impedance();
    this.coldOhms = Math.sqrt(window.startMinimumOhms() * window.startMaximumOhms());
  }

  /** Rehearses; returns the phase that it ended in. Touches no device. */
  public static Phase of(Protocol protocol) {
    return new Rehearsal(protocol).run();
  }

  private Phase run() {
    double tickSeconds = protocol.tickNanos() * 1e-9;
    TipPosition start = protocol.plan().sites().getFirst().at();
    Tick last = core.open(inputs(0, 0, false, start), 0);
    for (int i = 1; i < MOST_TICKS && !over(last.phase()); i++) {
      double watts = last.decision().command().powerWatts();
      tip.advance(tickSeconds, watts);
      long now = i * protocol.tickNanos();
      boolean relayClosed = last.decision().relayClosed();
      last = core.step(last, inputs(now, watts, relayClosed, last.decision().tipAt()), now);
    }
    return last.phase();
  }

  private static boolean over(Phase phase) {
    return phase instanceof Phase.SiteDone || phase.ended();
  }

  private Inputs inputs(long now, double watts, boolean relayClosed, TipPosition at) {
    double noise = now / protocol.tickNanos() % 2 == 0 ? NOISE_KELVIN : 0;
    double ohms = coldOhms * tip.resistanceRatio();
    double volts = Math.sqrt(watts * ohms);
    return new Inputs(
        new RigSample(
            new TemperatureSample(now, tip.celsius() + noise, COLD_JUNCTION_CELSIUS, Quality.GOOD),
            true,
            relayClosed,
            false,
            false,
            new PositionReading(at.alongMillimetres(), at.depthMillimetres(), true)),
        new RfReading(now - protocol.tickNanos(), volts, volts / ohms, watts, ohms, watts > 0),
        null,
        null,
        null);
  }
}
