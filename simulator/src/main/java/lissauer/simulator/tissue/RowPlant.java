package lissauer.simulator.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;

/**
 * A row of lesions on the reduced model: one lesion that is heated, and around it those made
 * before, which cool on and warm it. Fields are added as if each were alone, which comes within
 * Dice 0.995 of a row in full 3-D (physics study, section 5).
 *
 * <p>Earlier lesions only decay, all at the same rates, so what they give together at one place is
 * as many numbers as there are decays, however many lesions there are. What is left out: the metal
 * that is no longer where they were made, and the current that prefers their side; the resistance
 * follows their heat as {@link CurrentPath} weighs it.
 */
public final class RowPlant implements Plant {
  /** Contributions that can never again reach this are dropped. */
  private static final double FORGOTTEN_KELVIN = 0.001;

  private ReducedModel model;
  private final TipGeometry geometry;
  private final List<Earlier> earlier = new ArrayList<>();
  private final List<CurrentPath.Place> sensor;
  private final List<CurrentPath.Place> current;
  private final double[] sensed;
  private final double[] conducted;
  private final double[] decay;
  private double stepSeconds = -1;
  private double atSeconds;
  private TipPosition here = new TipPosition(0, 0);
  private ReducedLesion own;

  private final Map<Offset, double[]> atSensor = new HashMap<>();
  private final Map<Offset, double[]> atCurrent = new HashMap<>();

  /** From one tip to another; a row repeats the same few. */
  private record Offset(double alongMillimetres, double deeperMillimetres) {}

  /** Amplitudes were those when it was left, or when the tissue last changed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Earlier(TipPosition position, double leftSeconds, double[] amplitudes) {}

  /** A cold tip in fresh tissue. */
  public RowPlant(ReducedModel model, TipGeometry geometry) {
    this.model = model;
    this.geometry = geometry;
    this.own = new ReducedLesion(model);
    this.sensor = List.of(Neighbour.sensor(geometry));
    this.current = new CurrentPath(geometry).places();
    this.sensed = new double[model.rates.length];
    this.conducted = new double[model.rates.length];
    this.decay = new double[model.rates.length];
  }

  /** From now on the tissue has other properties, as when its perfusion changes. */
  public void become(ReducedModel changed) {
    earlier.replaceAll(
        lesion -> new Earlier(lesion.position(), atSeconds, changed.adopt(model, now(lesion))));
    own.become(changed);
    model = changed;
    stepSeconds = -1;
    atSensor.clear();
    atCurrent.clear();
    feelAll();
  }

  @Override
  public void advance(double seconds, double watts) {
    own.heat(seconds, watts);
    if (!earlier.isEmpty()) {
      cool(seconds);
      own.residual(sum(conducted));
    }
    atSeconds += seconds;
  }

  /**
   * Lets time pass at the power that takes the thermocouple's place to a temperature at the end of
   * the step, as far as power can.
   *
   * @return the power, in W
   */
  public double followWatts(double seconds, double endCelsius, double mostWatts) {
    if (!earlier.isEmpty()) {
      cool(seconds);
      own.residual(sum(conducted));
    }
    atSeconds += seconds;
    double kelvin = endCelsius - model.tissue().baseCelsius() - residualKelvin();
    return own.follow(seconds, kelvin, mostWatts);
  }

  /**
   * An earlier lesion as it is now.
   *
   * @param amplitudes of each decay of its model
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Field(TipPosition at, double[] amplitudes) {}

  /** The earlier lesions that still matter. */
  public List<Field> earlierFields() {
    return earlier.stream().map(lesion -> new Field(lesion.position(), now(lesion))).toList();
  }

  /** The lesion being made. */
  public ReducedLesion own() {
    return own;
  }

  private void cool(double seconds) {
    if (seconds != stepSeconds) {
      stepSeconds = seconds;
      for (int i = 0; i < decay.length; i++) {
        decay[i] = StrictMath.exp(-model.rates[i] * seconds);
      }
    }
    for (int i = 0; i < decay.length; i++) {
      sensed[i] *= decay[i];
      conducted[i] *= decay[i];
    }
  }

  /** What earlier lesions add at the thermocouple now. */
  public double residualKelvin() {
    return sum(sensed);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  @Override
  public double tipCelsius() {
    return model.tissue().baseCelsius() + own.sensorKelvin() + residualKelvin();
  }

  @Override
  public double impedanceOhms() {
    return own.impedanceOhms();
  }

  @Override
  public void place(TipPosition from, TipPosition to) {
    earlier.add(new Earlier(from, atSeconds, own.amplitudes()));
    earlier.removeIf(lesion -> !(mostKelvin(now(lesion)) > FORGOTTEN_KELVIN));
    here = to;
    own = new ReducedLesion(model);
    feelAll();
  }

  private void feelAll() {
    Arrays.fill(sensed, 0);
    Arrays.fill(conducted, 0);
    for (Earlier lesion : earlier) {
      feel(lesion, sensor, atSensor, sensed);
      feel(lesion, current, atCurrent, conducted);
    }
    own.residual(sum(conducted));
  }

  /** Adds what each decay of an earlier lesion gives around a tip that is now elsewhere. */
  private void feel(
      Earlier lesion,
      List<CurrentPath.Place> places,
      Map<Offset, double[]> known,
      double[] kelvin) {
    double[] amplitudes = now(lesion);
    TipPosition there = lesion.position();
    Offset offset =
        new Offset(
            here.alongMillimetres() - there.alongMillimetres(),
            here.depthMillimetres() - there.depthMillimetres());
    double[] weights = known.computeIfAbsent(offset, _ -> weights(there, here, places));
    for (int i = 0; i < kelvin.length; i++) {
      kelvin[i] += weights[i] * amplitudes[i];
    }
  }

  private double[] weights(TipPosition there, TipPosition here, List<CurrentPath.Place> places) {
    double[] sum = new double[model.rates.length];
    for (CurrentPath.Place place : places) {
      Neighbour seen = Neighbour.of(geometry, there, here, place);
      double[] weights = model.at(seen.radiusMillimetres(), seen.heightMillimetres());
      for (int i = 0; i < sum.length; i++) {
        sum[i] += place.shareFraction() * weights[i];
      }
    }
    return sum;
  }

  private double[] now(Earlier lesion) {
    return model.cooled(lesion.amplitudes(), atSeconds - lesion.leftSeconds());
  }

  /** No decay can grow, and a lesion is warmest where it was made. */
  private double mostKelvin(double[] amplitudes) {
    double most = 0;
    for (int i = 0; i < amplitudes.length; i++) {
      most += Math.abs(model.sensor[i] * amplitudes[i]);
    }
    return most;
  }
}
