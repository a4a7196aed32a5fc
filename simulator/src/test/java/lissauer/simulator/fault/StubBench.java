package lissauer.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import lissauer.simulator.SimulatedClock;
import lissauer.simulator.sensor.SensorFault;

/** A bench whose sights a test sets, and that notes which switch was thrown when. */
final class StubBench implements BreakableBench {
  final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  final List<String> switched = new ArrayList<>();
  final List<String> begun = new ArrayList<>();
  boolean outputOn;
  double tipCelsius = 37;
  long moves;

  void pass(double seconds) {
    clock.sleepUntil(clock.nanos() + Math.round(seconds * 1e9));
  }

  @Override
  public long nanos() {
    return clock.nanos();
  }

  @Override
  public void at(long atNanos, Runnable action) {
    clock.at(atNanos, action);
  }

  @Override
  public boolean outputOn() {
    return outputOn;
  }

  @Override
  public double tipCelsius() {
    return tipCelsius;
  }

  @Override
  public long moves() {
    return moves;
  }

  @Override
  public void set(SensorFault fault, boolean present) {
    note(fault, present);
  }

  @Override
  public void set(OutputFault fault, boolean present) {
    note(fault, present);
  }

  @Override
  public void set(ContactFault fault, boolean present) {
    note(fault, present);
  }

  @Override
  public void set(CircuitFault fault, boolean present) {
    note(fault, present);
  }

  @Override
  public void begun(ScriptedFault fault) {
    begun.add(fault.name() + " " + millis());
  }

  private void note(Object fault, boolean present) {
    String name = fault instanceof Enum<?> word ? word.name() : fault.getClass().getSimpleName();
    switched.add(name + (present ? " on " : " off ") + millis());
  }

  private long millis() {
    return clock.nanos() / 1_000_000;
  }
}
