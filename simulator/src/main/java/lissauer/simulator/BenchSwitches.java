package lissauer.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lissauer.hal.console.RigTruth;
import lissauer.simulator.fault.BreakableBench;
import lissauer.simulator.fault.CircuitFault;
import lissauer.simulator.fault.ContactFault;
import lissauer.simulator.fault.Malfunction;
import lissauer.simulator.fault.OutputFault;
import lissauer.simulator.fault.ScriptedFault;
import lissauer.simulator.sensor.SensorFault;

/** The switches by which a script breaks a bench, and a note of what it has broken. */
final class BenchSwitches implements BreakableBench {
  private final SimulatedBench bench;
  private final List<RigTruth.Onset> onsets = new ArrayList<>();
  private double joulesBefore;
  private Consumer<RigTruth.Onset> listener = _ -> {};

  BenchSwitches(SimulatedBench bench) {
    this.bench = bench;
  }

  @Override
  public long nanos() {
    return bench.clock().nanos();
  }

  @Override
  public void at(long atNanos, Runnable action) {
    bench.clock().at(atNanos, action);
  }

  @Override
  public boolean outputOn() {
    return bench.outputOn();
  }

  @Override
  public double tipCelsius() {
    return bench.tip().now().tipCelsius();
  }

  @Override
  public long moves() {
    return bench.tip().moves();
  }

  @Override
  public void set(SensorFault fault, boolean present) {
    if (present) {
      bench.thermocouple().inject(fault);
    } else {
      bench.thermocouple().clear(fault);
    }
  }

  @Override
  public void set(OutputFault fault, boolean present) {
    bench.stage().set(fault, present);
  }

  @Override
  public void set(ContactFault fault, boolean present) {
    bench.relay().set(fault, present);
  }

  @Override
  public void set(CircuitFault fault, boolean present) {
    bench.circuit().set(fault, present);
  }

  /** An output that stays on is no fault yet while it is told to be on. */
  @Override
  public void begun(ScriptedFault fault) {
    if (fault.what().equals(new Malfunction.Output(new OutputFault.StaysOn()))) {
      bench.stage().onHolding(() -> note(fault));
    } else {
      note(fault);
    }
  }

  private void note(ScriptedFault fault) {
    if (onsets.isEmpty()) {
      joulesBefore = bench.tip().joules();
      bench.tip().forgetPeak();
    }
    RigTruth.Onset onset = new RigTruth.Onset(fault.name(), nanos());
    onsets.add(onset);
    listener.accept(onset);
  }

  /** Tells of each fault when it comes, and of those that have come already. */
  void tell(Consumer<RigTruth.Onset> who) {
    onsets.forEach(who);
    listener = who;
  }

  /** How things stand, now. */
  RigTruth truth() {
    SimulatedTip tip = bench.tip();
    boolean before = onsets.isEmpty();
    return new RigTruth(
        nanos(),
        tip.now().tipCelsius(),
        tip.powerWatts(),
        bench.relay().closed(),
        onsets,
        before ? 0 : tip.joules() - joulesBefore,
        before ? Double.NaN : tip.peakCelsius(),
        tip.heatedNanos());
  }
}
