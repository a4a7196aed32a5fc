package lissauer.controller.control;

/**
 * A tip that does what the law's own model says, with a thermocouple in it. For rehearsals only: it
 * knows nothing that the law does not.
 */
public final class ImaginedTip {
  private static final double BASE_CELSIUS = 37;

  private final TipModel model;
  private final double[] state;

  /** A cold one in cord. */
  public ImaginedTip(Ladder ladder) {
    model = new TipModel(ladder);
    state = TipModel.atRest(ladder);
  }

  /** Lets time pass at constant power. */
  public void advance(double seconds, double watts) {
    model.advance(state, seconds, watts);
  }

  /** What its thermocouple reads. */
  public double celsius() {
    return BASE_CELSIUS + state[TipModel.SENSED];
  }

  /** Resistance between it and the return electrode, over that of the cold tip. */
  public double resistanceRatio() {
    return model.resistanceRatio(state);
  }
}
