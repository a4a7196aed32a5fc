package lissauer.simulator.device.pi;

/** Something whose temperature a chip converts: a constant, a curve, or the tip in its tissue. */
@FunctionalInterface
public interface TemperatureSource {
  /**
   * True temperature at a time that is never before one asked earlier and never in the future.
   *
   * <p>A chip that is read late asks for the instants that it slept over. A source that only knows
   * its present lets the chip look in time: {@link Max31856Chip#nextLookNanos} says when.
   */
  double celsiusAt(long atNanos);
}
