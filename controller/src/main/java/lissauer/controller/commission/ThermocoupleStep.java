package lissauer.controller.commission;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Quality;

/** The thermocouple reads the room, and rises in the hand: right place, right way round, alive. */
public final class ThermocoupleStep {
  /** Its name in the record. */
  public static final String NAME = "thermocouple";

  private static final int TICKS = 100;
  private static final double COLDEST_CELSIUS = 5;
  private static final double WARMEST_CELSIUS = 45;
  private static final double NOISE_KELVIN = 1;

  /** Two class 2 thermocouples and their readers differ by as much. */
  private static final double ROOM_KELVIN = 3;

  private static final double RISE_KELVIN = 2;
  private static final double HAND_SECONDS = 60;

  private ThermocoupleStep() {}

  /** Asks for the room's temperature, then for a hand. */
  public static StepResult run(Walk walk) throws DeviceException, Aborted, Walk.Skipped {
    double room =
        walk.askNumber(
            "Let the tip rest in free air. What does a thermometer beside it read, in °C?"
                + " (Enter without a number compares nothing)",
            0,
            50,
            "°C");
    Map<String, Object> measured = new LinkedHashMap<>();
    double rest = rest(walk, measured);
    if (!Double.isNaN(room)) {
      measured.put("roomCelsius", room);
    }
    String wrong = wrong(measured, rest, room);
    if (!wrong.isEmpty()) {
      return StepResult.failed(NAME, measured, wrong);
    }
    walk.say(
        String.format(
            Locale.ROOT,
            "The tip reads %.1f °C. Hold it between two fingers until it has risen by 2 °C (60 s).",
            rest));
    ColdRig.Look warm =
        walk.await(look -> Math.abs(look.tipCelsius() - rest) >= RISE_KELVIN, HAND_SECONDS);
    if (warm == null) {
      return StepResult.failed(
          NAME, measured, "did not rise by 2 °C within 60 s: not in this tip, or broken");
    }
    double rise = warm.tipCelsius() - rest;
    measured.put("riseKelvin", rounded(rise));
    return rise > 0
        ? StepResult.passed(NAME, measured)
        : StepResult.failed(NAME, measured, "falls when it is warmed: its wires are reversed");
  }

  private static double rest(Walk walk, Map<String, Object> measured)
      throws DeviceException, Aborted {
    double sum = 0;
    double squares = 0;
    int bad = 0;
    for (int i = 0; i < TICKS; i++) {
      ColdRig.Look look = walk.look();
      double celsius = look.tipCelsius();
      bad += look.sample().temperature().quality() == Quality.GOOD ? 0 : 1;
      sum += celsius;
      squares += celsius * celsius;
    }
    double mean = sum / TICKS;
    measured.put("restCelsius", rounded(mean));
    measured.put("noiseKelvin", rounded(Math.sqrt(Math.max(0, squares / TICKS - mean * mean))));
    measured.put("badSamples", bad);
    return mean;
  }

  private static String wrong(Map<String, Object> measured, double rest, double room) {
    if ((int) measured.getOrDefault("badSamples", 0) > 0) {
      return "some samples were bad: check plug and wires";
    }
    if (!(rest >= COLDEST_CELSIUS && rest <= WARMEST_CELSIUS)) {
      return "no room has this temperature: check the thermocouple's type";
    }
    if (!((double) measured.getOrDefault("noiseKelvin", Double.NaN) <= NOISE_KELVIN)) {
      return "noise above 1 °C: shield its wires";
    }
    return Math.abs(rest - room) > ROOM_KELVIN
        ? "more than 3 °C from the thermometer: wrong type, or not at room temperature yet"
        : "";
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
