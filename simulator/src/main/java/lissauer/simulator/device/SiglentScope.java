package lissauer.simulator.device;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import lissauer.simulator.SimulatedClock;
import org.jspecify.annotations.Nullable;

/**
 * The part of a Siglent SDS that a driver needs: RMS of channel 1 and 2, taken anew every
 * acquisition. A channel that shows nothing valid answers {@code ****}.
 */
public final class SiglentScope implements TextInstrument {
  /** As it says who it is. */
  public static final String IDENTITY = "Siglent Technologies,SDS1104X-E,SDSEMULATED,8.2.6.1.37R9";

  private final SimulatedClock clock;
  private final DoubleSupplier first;
  private final DoubleSupplier second;
  private final DoubleUnaryOperator noisy;
  private final long acquisitionNanos;
  private double firstShown = Double.NaN;
  private double secondShown = Double.NaN;
  private boolean invalid;

  /**
   * A scope that is running.
   *
   * @param first volts at channel 1 now
   * @param second volts at channel 2 now
   * @param noisy what its converter makes of a value
   * @param acquisitionSeconds from one acquisition to the next
   */
  public SiglentScope(
      SimulatedClock clock,
      DoubleSupplier first,
      DoubleSupplier second,
      DoubleUnaryOperator noisy,
      double acquisitionSeconds) {
    this.clock = clock;
    this.first = first;
    this.second = second;
    this.noisy = noisy;
    this.acquisitionNanos = Math.round(acquisitionSeconds * 1e9);
    acquire();
  }

  @Override
  public @Nullable String obey(String line) {
    return switch (line.toUpperCase(Locale.ROOT)) {
      case "*IDN?" -> IDENTITY;
      case "C1:PAVA? RMS" -> "C1:PAVA RMS," + shown(firstShown);
      case "C2:PAVA? RMS" -> "C2:PAVA RMS," + shown(secondShown);
      default -> null;
    };
  }

  /** Lets it show nothing valid, as when it waits for a trigger. */
  public void showNothing(boolean nothing) {
    invalid = nothing;
  }

  private void acquire() {
    firstShown = noisy.applyAsDouble(first.getAsDouble());
    secondShown = noisy.applyAsDouble(second.getAsDouble());
    clock.at(clock.nanos() + acquisitionNanos, this::acquire);
  }

  private String shown(double value) {
    return invalid ? "****" : String.format(Locale.ROOT, "%.3EV", value);
  }
}
