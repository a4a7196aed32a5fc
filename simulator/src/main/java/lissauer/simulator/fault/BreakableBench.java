package lissauer.simulator.fault;

import lissauer.simulator.sensor.SensorFault;

/** What a script needs of the bench that it is played on: its time, a look at it, and switches. */
public interface BreakableBench {
  /** Time of the bench. */
  long nanos();

  /** Lets something happen at a time of the bench. */
  void at(long atNanos, Runnable action);

  /** Whether the generator puts anything out. */
  boolean outputOn();

  /** True temperature of the tip. */
  double tipCelsius();

  /** How often the tip has been taken to another place. */
  long moves();

  /** Breaks the thermocouple, or mends it. */
  void set(SensorFault fault, boolean present);

  /** Breaks the output stage, or mends it. */
  void set(OutputFault fault, boolean present);

  /** Breaks the relay's contact, or mends it. */
  void set(ContactFault fault, boolean present);

  /** Breaks the circuit, or mends it. */
  void set(CircuitFault fault, boolean present);

  /** Told whenever a fault is there for the first time. */
  void begun(ScriptedFault fault);
}
