package lissauer.simulator.tissue;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;

/**
 * A row of lesions on the full model, added as in {@link RowPlant}: slower than real time allows
 * for on a long row, but with boiling, char, the end of perfusion, and contact that is not whole.
 *
 * <p>Time passes in whole steps, each at its mean power, since every size of step costs a
 * factorisation; what is shown is at most one step old. Earlier lesions take longer steps.
 */
public final class FullRowPlant implements Plant {
  private static final double STEP_SECONDS = 0.01;
  private static final int COOLING_STEPS = 16;
  private static final double ROUNDING_SECONDS = 1e-9;
  private static final double FORGOTTEN_KELVIN = 0.001;

  /** More than any meter shows; for a tip without contact. */
  private static final double OPEN_OHMS = 1e6;

  private final TipGeometry geometry;
  private final double baseCelsius;
  private final List<CurrentPath.Place> sensor;
  private final List<CurrentPath.Place> current;
  private final List<Earlier> earlier = new ArrayList<>();
  private FullModel own;
  private TipPosition position = new TipPosition(0, 0);
  private double pendingSeconds;
  private double pendingJoules;
  private double residualKelvin;

  private static final class Earlier {
    final FullModel model;
    final TipPosition position;
    int waited;

    Earlier(FullModel model, TipPosition position) {
      this.model = model;
      this.position = position;
    }
  }

  /** A cold tip in fresh tissue. */
  public FullRowPlant(TipGeometry geometry, Tissue tissue, Contact contact, Resolution resolution) {
    this.geometry = geometry;
    this.sensor = List.of(Neighbour.sensor(geometry));
    this.current = new CurrentPath(geometry).places();
    this.baseCelsius = tissue.baseCelsius();
    this.own = new FullModel(geometry, tissue, contact, resolution);
  }

  @Override
  public void advance(double seconds, double watts) {
    pendingSeconds += seconds;
    pendingJoules += watts * seconds;
    while (pendingSeconds > STEP_SECONDS - ROUNDING_SECONDS) {
      double joules = pendingJoules * Math.min(1, STEP_SECONDS / pendingSeconds);
      own.heat(STEP_SECONDS, joules / STEP_SECONDS);
      pendingJoules -= joules;
      pendingSeconds = Math.max(0, pendingSeconds - STEP_SECONDS);
      coolEarlier();
    }
  }

  private void coolEarlier() {
    boolean cooled = false;
    for (Earlier lesion : earlier) {
      if (++lesion.waited == COOLING_STEPS) {
        lesion.waited = 0;
        lesion.model.heat(COOLING_STEPS * STEP_SECONDS, 0);
        cooled = true;
      }
    }
    if (cooled) {
      feel();
    }
  }

  private void feel() {
    residualKelvin = felt(sensor);
    own.residual(residualKelvin, felt(current));
  }

  /** What earlier lesions add around the tip. */
  private double felt(List<CurrentPath.Place> places) {
    double kelvin = 0;
    for (Earlier lesion : earlier) {
      for (CurrentPath.Place place : places) {
        Neighbour seen = Neighbour.of(geometry, lesion.position, position, place);
        if (seen.within(geometry)) {
          double celsius =
              lesion.model.celsiusAt(seen.radiusMillimetres(), seen.heightMillimetres());
          kelvin += place.shareFraction() * (celsius - baseCelsius);
        }
      }
    }
    return kelvin;
  }

  @Override
  public double tipCelsius() {
    return own.sensorCelsius() + residualKelvin;
  }

  /** Temperature of the hottest tissue, what earlier lesions add taken as at the thermocouple. */
  public double peakCelsius() {
    return own.peakCelsius() + residualKelvin;
  }

  /** From now on all tissue has this perfusion, ρ_b c_b ω. */
  public void perfuse(double wattsPerCubicMetreKelvin) {
    own.perfuse(wattsPerCubicMetreKelvin);
    earlier.forEach(lesion -> lesion.model.perfuse(wattsPerCubicMetreKelvin));
  }

  @Override
  public double impedanceOhms() {
    return Math.min(OPEN_OHMS, own.impedanceOhms());
  }

  @Override
  public void place(TipPosition from, TipPosition to) {
    earlier.add(new Earlier(own, from));
    earlier.removeIf(lesion -> lesion.model.peakCelsius() < baseCelsius + FORGOTTEN_KELVIN);
    own = own.elsewhere();
    position = to;
    feel();
  }
}
