package lissauer.simulator;

/**
 * The way of RF from an amplifier to the tip: a voltage behind a resistance, through the relay and
 * the wires. Nothing regulates it, so current and power change as the tissue warms.
 */
public final class AmplifiedPath {
  /** How often the power follows the impedance; it changes by less than 1 % in that time. */
  private static final long LOOK_NANOS = 5_000_000;

  private final SimulatedClock clock;
  private final SimulatedTip tip;
  private final Circuit circuit;
  private final SimulatedRelay relay;
  private final double gainRatio;
  private final double sourceOhms;
  private double openVoltsRms;
  private double amps;
  private double volts;
  private double watts;
  private boolean looking;

  /**
   * Connects an amplifier to the tip.
   *
   * @param gainRatio its voltage gain without load
   * @param sourceOhms its output impedance and any series resistor
   */
  AmplifiedPath(
      SimulatedClock clock,
      SimulatedTip tip,
      Circuit circuit,
      SimulatedRelay relay,
      double gainRatio,
      double sourceOhms) {
    this.clock = clock;
    this.tip = tip;
    this.circuit = circuit;
    this.relay = relay;
    this.gainRatio = gainRatio;
    this.sourceOhms = sourceOhms;
    relay.onChange(this::follow);
    circuit.onChange(this::follow);
  }

  /** Puts a voltage on the amplifier's input. */
  public void drive(double inputVoltsRms) {
    openVoltsRms = inputVoltsRms * gainRatio;
    follow();
    look();
  }

  /** At the electrode, behind the relay. */
  public double voltsRms() {
    follow();
    return volts;
  }

  /** Into the electrode. */
  public double ampsRms() {
    follow();
    return amps;
  }

  /** Real power out of the amplifier into wires and tissue. */
  public double powerWatts() {
    follow();
    return watts;
  }

  private void look() {
    if (!looking && openVoltsRms > 0) {
      looking = true;
      clock.at(
          clock.nanos() + LOOK_NANOS,
          () -> {
            looking = false;
            follow();
            look();
          });
    }
  }

  private void follow() {
    Wiring.Load load = circuit.load();
    double real = load.realOhms();
    double square = load.magnitudeOhms() * load.magnitudeOhms() - real * real;
    double sum = Math.hypot(real + sourceOhms, Math.sqrt(Math.max(0, square)));
    amps = relay.closed() ? openVoltsRms / sum : 0;
    volts = amps * load.magnitudeOhms();
    watts = amps * amps * real;
    tip.heat(watts * load.tissueFraction());
  }
}
