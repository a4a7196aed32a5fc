package lissauer.controller.safety;

/**
 * Why RF was cut. Every cause that the product knows is a record of one of these four, and in
 * {@code docs/safety/hazards.yaml}. A trip is latched: the first cause wins and stays.
 */
public sealed interface Trip permits SensorTrip, OutputTrip, RigTrip, RowTrip {
  /** What was measured against which limit, with units, in one line. */
  String what();

  /** Its name in records, telemetry and acknowledgements. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** Whether a person ended the row, as against something being wrong. */
  default boolean interrupts() {
    return this instanceof RigTrip.Stopped;
  }
}
