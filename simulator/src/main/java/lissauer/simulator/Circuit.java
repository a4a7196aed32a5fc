package lissauer.simulator;

import java.util.ArrayList;
import java.util.List;
import lissauer.simulator.fault.CircuitFault;

/**
 * The way of RF from a generator's output through wires and tissue, and what is broken there. It
 * knows what a generator drives now, and how much of its power heats the tip.
 */
final class Circuit {
  /** No generator shows more. */
  private static final double MOST_OHMS = 1e9;

  private final SimulatedClock clock;
  private final SimulatedTip tip;
  private final Wiring wiring;
  private final List<Broken> faults = new ArrayList<>();
  private Runnable onChange = () -> {};

  private record Broken(CircuitFault fault, long sinceNanos) {}

  Circuit(SimulatedClock clock, SimulatedTip tip, Wiring wiring) {
    this.clock = clock;
    this.tip = tip;
    this.wiring = wiring;
  }

  /** What to do whenever it has broken or been mended; one at a time. */
  void onChange(Runnable action) {
    onChange = action;
  }

  /** Breaks it or mends it, now. */
  void set(CircuitFault fault, boolean present) {
    if (present) {
      faults.add(new Broken(fault, clock.nanos()));
    } else {
      faults.removeIf(broken -> broken.fault().equals(fault));
    }
    onChange.run();
  }

  /** What a generator drives, now. */
  Wiring.Load load() {
    double tissueOhms = tip.now().impedanceOhms();
    if (faults.isEmpty()) {
      return wiring.load(tissueOhms);
    }
    double pathOhms = 0;
    double shortOhms = Double.POSITIVE_INFINITY;
    double heatRatio = 1;
    for (Broken broken : faults) {
      double seconds = (clock.nanos() - broken.sinceNanos()) * 1e-9;
      switch (broken.fault()) {
        case CircuitFault.Open open -> pathOhms += open.pathOhms();
        case CircuitFault.Shorted cable -> shortOhms = Math.min(shortOhms, cable.shortOhms());
        case CircuitFault.Withdrawn out -> {
          tissueOhms *= out.impedanceRatio();
          heatRatio *= out.heatRatio();
        }
        case CircuitFault.Charred charred -> tissueOhms *= ratio(charred, seconds);
      }
    }
    return shortOhms < Double.POSITIVE_INFINITY
        ? new Wiring.Load(shortOhms, shortOhms, 0)
        : through(wiring.load(Math.min(MOST_OHMS, tissueOhms)), pathOhms, heatRatio);
  }

  private static double ratio(CircuitFault.Charred charred, double seconds) {
    double risen = seconds < charred.riseSeconds() ? seconds / charred.riseSeconds() : 1;
    return 1 + (charred.impedanceRatio() - 1) * risen;
  }

  private static Wiring.Load through(Wiring.Load load, double pathOhms, double heatRatio) {
    double real = load.realOhms() + pathOhms;
    return new Wiring.Load(
        load.magnitudeOhms() + pathOhms,
        real,
        load.tissueFraction() * heatRatio * load.realOhms() / real);
  }
}
