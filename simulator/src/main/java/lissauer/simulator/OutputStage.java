package lissauer.simulator;

import java.util.ArrayList;
import java.util.List;
import lissauer.simulator.fault.OutputFault;

/**
 * What stands between what a generator was told and what it puts out: nothing, until it breaks. It
 * belongs to the bench, so that it stays broken when a generator is set up anew.
 */
final class OutputStage {
  private final List<OutputFault> faults = new ArrayList<>();
  private double heldWatts;
  private Runnable onChange = () -> {};
  private Runnable onHolding = () -> {};

  /** What to do whenever it has broken or been mended; one at a time. */
  void onChange(Runnable action) {
    onChange = action;
  }

  /** Breaks it or mends it, now. */
  void set(OutputFault fault, boolean present) {
    if (present) {
      faults.add(fault);
    } else {
      faults.remove(fault);
    }
    onChange.run();
  }

  /**
   * What comes out into a closed contact.
   *
   * @param toldWatts what the generator was told, as far as its caps allow
   * @param mostWatts what its caps allow
   */
  double watts(double toldWatts, double mostWatts) {
    double watts = toldWatts;
    for (OutputFault fault : faults) {
      watts =
          switch (fault) {
            case OutputFault.StuckOn(double stuckWatts) -> stuckWatts;
            case OutputFault.StaysOn() -> watts > 0 ? watts : held();
            case OutputFault.Scaled(double powerRatio) -> watts * powerRatio;
            case OutputFault.SetByOther(double setWatts) ->
                watts > 0 ? Math.min(setWatts, mostWatts) : 0;
            case OutputFault.LeaseIgnored() -> watts;
          };
    }
    heldWatts = watts;
    return watts;
  }

  private double held() {
    if (heldWatts > 0) {
      Runnable told = onHolding;
      onHolding = () -> {};
      told.run();
    }
    return heldWatts;
  }

  /** What to do once when it first stays on although it was told to go off. */
  void onHolding(Runnable action) {
    onHolding = action;
  }

  /** Whether the end of a lease still switches off. */
  boolean heedsLease() {
    return !faults.contains(new OutputFault.LeaseIgnored());
  }
}
