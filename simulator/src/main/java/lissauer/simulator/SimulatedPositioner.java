package lissauer.simulator;

import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.TipPosition;

/** An operator who withdraws the tip, moves it on and confirms, always in the same time. */
public final class SimulatedPositioner implements Positioner {
  private final SimulatedClock clock;
  private final SimulatedTip tip;
  private final long moveNanos;
  private long moves;
  private boolean settled = true;

  SimulatedPositioner(SimulatedClock clock, SimulatedTip tip, double moveSeconds) {
    this.clock = clock;
    this.tip = tip;
    this.moveNanos = Math.round(moveSeconds * 1e9);
  }

  @Override
  public void moveTo(TipPosition position) {
    long mine = ++moves;
    settled = false;
    clock.at(
        clock.nanos() + moveNanos,
        () -> {
          if (mine == moves) {
            tip.place(position);
            settled = true;
          }
        });
  }

  @Override
  public PositionReading read() {
    TipPosition at = tip.position();
    return new PositionReading(at.alongMillimetres(), at.depthMillimetres(), settled);
  }
}
