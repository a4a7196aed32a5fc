package lissauer.controller.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lissauer.controller.campaign.Heated;

/**
 * The relay experiment of Åström and Hägglund (1984) as Klipper runs it (documentation of {@code
 * PID_CALIBRATE}): full power until the target is reached, none until 5 K below, twelve peaks; of
 * the later cycles the one of middle length counts.
 *
 * <p>A relay between 0 and full power swings by half of that to both sides, so the gain at which
 * the loop would just oscillate is {@code 4·(P/2)/(π·a)}, with a half the swing of temperature.
 * Klipper takes {@code 4·P/(π·a)}, twice as much; {@link #klipper} does as it does.
 */
final class RelayTune {
  private static final double HYSTERESIS_KELVIN = 5;
  private static final int PEAKS = 12;
  private static final int FIRST_PEAK = 4;
  private static final double LONGEST_SECONDS = 600;

  private RelayTune() {}

  private record Peak(double celsius, double seconds) {}

  /** One full cycle: half its swing and its length. */
  record Cycle(double amplitudeKelvin, double seconds) {
    /** The textbook's ultimate gain under a relay between 0 and a power. */
    double ultimateWattsPerKelvin(double powerWatts) {
      return 4 * (powerWatts / 2) / (Math.PI * amplitudeKelvin);
    }
  }

  /** Gains as Klipper finds them. */
  static KlipperPid.Gains klipper(Heated plant, double targetCelsius, double powerWatts) {
    Cycle cycle = cycle(plant, targetCelsius, powerWatts);
    return KlipperPid.Gains.zieglerNichols(
        2 * cycle.ultimateWattsPerKelvin(powerWatts), cycle.seconds());
  }

  /**
   * Runs the experiment.
   *
   * @throws IllegalStateException when the plant never swings
   */
  static Cycle cycle(Heated plant, double targetCelsius, double powerWatts) {
    List<Peak> peaks = new ArrayList<>();
    boolean heating = true;
    Peak extreme = new Peak(plant.sensedCelsius(), 0);
    double seconds = 0;
    while (peaks.size() < PEAKS) {
      if (seconds > LONGEST_SECONDS) {
        throw new IllegalStateException(
            "no relay cycle around " + targetCelsius + " °C at " + powerWatts + " W");
      }
      double now = plant.sensedCelsius();
      boolean turns = heating ? now >= targetCelsius : now <= targetCelsius - HYSTERESIS_KELVIN;
      if (turns) {
        peaks.add(extreme);
        heating = !heating;
        extreme = new Peak(now, seconds);
      }
      // With the power off the temperature still rises, so a high peak belongs to the off phase.
      boolean further = heating ? now < extreme.celsius() : now > extreme.celsius();
      extreme = further ? new Peak(now, seconds) : extreme;
      plant.pass(heating ? powerWatts : 0);
      seconds += plant.periodSeconds();
    }
    List<Integer> later = new ArrayList<>();
    for (int i = FIRST_PEAK; i < peaks.size(); i++) {
      later.add(i);
    }
    later.sort(Comparator.comparingDouble(i -> length(peaks, i)));
    int middle = later.get(later.size() / 2);
    double swing = Math.abs(peaks.get(middle).celsius() - peaks.get(middle - 1).celsius());
    return new Cycle(swing / 2, length(peaks, middle));
  }

  private static double length(List<Peak> peaks, int i) {
    return peaks.get(i).seconds() - peaks.get(i - 2).seconds();
  }
}
