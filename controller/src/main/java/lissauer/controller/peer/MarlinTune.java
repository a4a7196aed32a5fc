package lissauer.controller.peer;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.campaign.Heated;

/**
 * How Marlin's {@code M306 T} finds its model: three equally spaced temperatures of a heating curve
 * at full power give its asymptote and rate; where that gives no model, its fastest rise does. Then
 * the power that holds the block under control gives the loss anew, and with it the rest.
 *
 * <p>The printer heats from about 20 through 100 to 200 °C; here the three count from the same
 * share, 0.44, of the way to the set point on. The fastest rise gives the sensor by {@code r/(r·t +
 * T₀ − T)}; as shipped, forks have {@code t} in place of the {@code T}, which compares a time with
 * a temperature.
 */
final class MarlinTune {
  private static final double FIRST_SHARE = (100.0 - 20) / (200 - 20);
  private static final double SETTLE_SECONDS = 20;
  private static final double MEASURE_SECONDS = 20;
  private static final double LONGEST_SECONDS = 300;

  private final Heated plant;
  private final double powerWatts;
  private final double ambientCelsius;
  private final List<Double> curve = new ArrayList<>();
  private int first;
  private int distance;

  private MarlinTune(Heated plant, double powerWatts) {
    this.plant = plant;
    this.powerWatts = powerWatts;
    this.ambientCelsius = plant.sensedCelsius();
  }

  /**
   * Tunes.
   *
   * @throws IllegalStateException when the plant does not get there, or too fast to see
   */
  static MarlinMpc.Model model(Heated plant, double setCelsius, double powerWatts) {
    MarlinTune tune = new MarlinTune(plant, powerWatts);
    tune.heat(setCelsius);
    MarlinMpc.Model bent = tune.bent(tune.asymptote());
    boolean good = bent.sensorPerSecond() > 0 && bent.lossWattsPerKelvin() > 0;
    MarlinMpc.Model model = good ? bent : tune.steepest();
    double loss = tune.loss(model);
    return good
        ? tune.bent(tune.ambientCelsius + powerWatts / loss)
        : new MarlinMpc.Model(model.blockJoulesPerKelvin(), model.sensorPerSecond(), loss);
  }

  private void heat(double setCelsius) {
    double from = ambientCelsius + FIRST_SHARE * (setCelsius - ambientCelsius);
    curve.add(ambientCelsius);
    while (curve.getLast() < setCelsius) {
      if (curve.size() * plant.periodSeconds() > LONGEST_SECONDS) {
        throw new IllegalStateException(
            "not at " + setCelsius + " °C in " + LONGEST_SECONDS + " s");
      }
      plant.pass(powerWatts);
      curve.add(plant.sensedCelsius());
      first = curve.getLast() < from ? curve.size() : first;
    }
    distance = (curve.size() - 1 - first) / 2;
    if (curve.size() < 3) {
      throw new IllegalStateException("heats too fast for three samples");
    }
  }

  /** NaN where there are too few samples. */
  private double asymptote() {
    double one = curve.get(first);
    double two = curve.get(first + distance);
    double three = curve.get(first + 2 * distance);
    return (two * two - one * three) / (2 * two - one - three);
  }

  private MarlinMpc.Model bent(double asymptote) {
    double one = curve.get(first);
    double two = curve.get(first + distance);
    double rate =
        -StrictMath.log((two - asymptote) / (one - asymptote)) / (distance * plant.periodSeconds());
    double since = StrictMath.exp(-rate * first * plant.periodSeconds());
    double loss = powerWatts / (asymptote - ambientCelsius);
    double sensor = rate / (1 - (ambientCelsius - asymptote) * since / (one - asymptote));
    return new MarlinMpc.Model(loss / rate, sensor, loss);
  }

  private MarlinMpc.Model steepest() {
    double fastest = 0;
    int at = 1;
    for (int i = 1; i < curve.size() - 1; i++) {
      double rise = (curve.get(i + 1) - curve.get(i - 1)) / (2 * plant.periodSeconds());
      if (rise > fastest) {
        fastest = rise;
        at = i;
      }
    }
    double behind = fastest * at * plant.periodSeconds() + ambientCelsius - curve.get(at);
    double rise = curve.getLast() - ambientCelsius;
    return new MarlinMpc.Model(powerWatts / fastest, fastest / behind, powerWatts / (2 * rise));
  }

  /** W/K by which the block loses, from the power that holds it where it was when heating ended. */
  private double loss(MarlinMpc.Model model) {
    double end = (curve.size() - 1) * plant.periodSeconds();
    double asymptote = ambientCelsius + powerWatts / model.lossWattsPerKelvin();
    double rate = model.lossWattsPerKelvin() / model.blockJoulesPerKelvin();
    double set = asymptote + (ambientCelsius - asymptote) * StrictMath.exp(-rate * end);
    MarlinMpc law = new MarlinMpc(model, powerWatts);
    law.begin(set, plant.sensedCelsius(), ambientCelsius);
    double joules = 0;
    double from = 0;
    int settle = (int) (SETTLE_SECONDS / plant.periodSeconds());
    int measure = (int) (MEASURE_SECONDS / plant.periodSeconds());
    for (int i = 0; i < settle + measure; i++) {
      double watts = law.decide(plant.periodSeconds(), plant.sensedCelsius(), set);
      from = i == settle ? plant.sensedCelsius() : from;
      joules += i >= settle ? watts * plant.periodSeconds() : 0;
      plant.pass(watts);
    }
    joules -= model.blockJoulesPerKelvin() * (plant.sensedCelsius() - from);
    return joules / (measure * plant.periodSeconds()) / (set - ambientCelsius);
  }
}
