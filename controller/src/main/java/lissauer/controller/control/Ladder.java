package lissauer.controller.control;

import java.util.List;

/**
 * An electrode in tissue as a ladder: the metal of the tip, and around it shells of tissue that
 * hold heat, pass it outwards to the next, and share the current's heat by their resistances, which
 * are in series.
 *
 * <p>A shell's size is what counts for heat, so that conduction {@code k}, capacity {@code ρc} and
 * perfusion {@code w} of the tissue scale the whole ladder, as they do in Pennes' equation. Four
 * shells follow the reduced tissue model within 1.5 % of its rise from 20 ms to 20 s, for k and ρc
 * 30 % off either way, perfusion from none to grey matter, cold and at 75 °C, with one set of
 * numbers (docs/control.md).
 *
 * <p>The numbers of an electrode are in its file under {@code control:}, made by {@code lissauer
 * calibrate}.
 *
 * @param metalJoulesPerKelvin heat capacity of the tip, with the tissue that always goes with it
 * @param shaftWattsPerKelvin heat that leaves along the wire, whatever the tissue
 * @param shellCubicMillimetres volume of each shell, from the tip outwards
 * @param pathMillimetres area over length of the way from metal to first shell, from shell to
 *     shell, and from the last shell to tissue that stays cold
 * @param resistanceFractions share of each shell in the cold resistance; their sum is 1
 * @param hotSpotKelvinPerWatt how far the hottest tissue is above the metal, at most, in tissue of
 *     {@link #CONDUCTION}
 * @param lagSeconds of the thermocouple, as expected before the probe measures it
 */
public record Ladder(
    double metalJoulesPerKelvin,
    double shaftWattsPerKelvin,
    List<Double> shellCubicMillimetres,
    List<Double> pathMillimetres,
    List<Double> resistanceFractions,
    double hotSpotKelvinPerWatt,
    double lagSeconds) {
  /** Number of shells. */
  public static final int SHELLS = 4;

  /**
   * Thermal conductivity of cord that ladders are made for, W/(mm·K) (physics study, section 1).
   */
  static final double CONDUCTION = 0.51e-3;

  /** Heat capacity of the same, J/(mm³·K). */
  static final double CAPACITY = 3.90225e-3;

  /** Perfusion of the same as ρ_b·c_b·ω, W/(mm³·K). */
  static final double PERFUSION = 10_888e-9;

  /** Relative rise of tissue's conductivity per kelvin. */
  static final double CONDUCTIVITY_PER_KELVIN = 0.02;

  /** Refuses a ladder with rungs missing, or a number that is not finite and positive. */
  public Ladder {
    shellCubicMillimetres = rungs("shells", shellCubicMillimetres, SHELLS);
    pathMillimetres = rungs("paths", pathMillimetres, SHELLS + 1);
    resistanceFractions = rungs("resistances", resistanceFractions, SHELLS);
    positive("metal capacity", metalJoulesPerKelvin);
    positive("loss along the shaft", shaftWattsPerKelvin);
    positive("hot spot", hotSpotKelvinPerWatt);
    positive("lag", lagSeconds);
  }

  private static List<Double> rungs(String what, List<Double> values, int count) {
    if (values.size() != count) {
      throw new IllegalArgumentException(
          "a ladder needs " + count + " " + what + ", had " + values.size());
    }
    values.forEach(value -> positive(what, value));
    return List.copyOf(values);
  }

  private static void positive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be positive, was " + value);
    }
  }

  /** Rise of the tip above a cold start after a time at constant power, in the tissue above. */
  public double stepKelvin(double powerWatts, double seconds) {
    double[] state = TipModel.atRest(this);
    new TipModel(this).advance(state, seconds, powerWatts);
    return state[TipModel.TIP];
  }
}
