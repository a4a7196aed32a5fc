package lissauer.simulator.device;

import java.util.function.DoubleConsumer;

/**
 * The output stage of an emulated function generator: a sine behind 50 Ω. The amplitude that it
 * shows is true only when the load that it was told of is there, as on a real one.
 */
final class WaveOutput {
  static final double SOURCE_OHMS = 50;
  static final double MOST_OPEN_VPP = 20;
  private static final double PEAK_TO_PEAK_PER_RMS = 2 * Math.sqrt(2);

  private final double actualOhms;
  private final DoubleConsumer voltsRms;
  boolean on;
  boolean sine = true;
  double frequencyHertz = 1000;
  double offsetDcVolts;
  double loadOhms = Double.POSITIVE_INFINITY;
  private double openVpp = 4;
  private double ceilingVpp = MOST_OPEN_VPP;

  /**
   * @param actualOhms what is really connected: the input of the amplifier
   * @param voltsRms told of the voltage there whenever it changes
   */
  WaveOutput(double actualOhms, DoubleConsumer voltsRms) {
    this.actualOhms = actualOhms;
    this.voltsRms = voltsRms;
  }

  /** Factory settings, output off. */
  void reset() {
    on = false;
    sine = true;
    frequencyHertz = 1000;
    offsetDcVolts = 0;
    loadOhms = Double.POSITIVE_INFINITY;
    openVpp = 4;
    ceilingVpp = MOST_OPEN_VPP;
    tell();
  }

  /** As shown, for the load that it was told of. */
  double shownVpp() {
    return openVpp * share(loadOhms);
  }

  double ceilingVpp() {
    return ceilingVpp;
  }

  /** Sets an amplitude for the load it was told of; more than the ceiling becomes the ceiling. */
  boolean amplitude(double vpp) {
    boolean within = vpp <= mostVpp();
    openVpp = Math.min(vpp, mostVpp()) / share(loadOhms);
    tell();
    return within;
  }

  void ceiling(double vpp) {
    ceilingVpp = vpp;
    openVpp = Math.min(openVpp, mostVpp() / share(loadOhms));
    tell();
  }

  /** Tells it another load: what it shows changes, what comes out does not. */
  void load(double ohms) {
    loadOhms = ohms;
    tell();
  }

  void switchTo(boolean wanted) {
    on = wanted;
    tell();
  }

  private double mostVpp() {
    return Math.min(ceilingVpp, MOST_OPEN_VPP * share(loadOhms));
  }

  private void tell() {
    boolean rf = on && sine && frequencyHertz > 100_000;
    voltsRms.accept(rf ? openVpp / PEAK_TO_PEAK_PER_RMS * share(actualOhms) : 0);
  }

  void frequency(double hertz) {
    frequencyHertz = hertz;
    tell();
  }

  private static double share(double ohms) {
    return ohms == Double.POSITIVE_INFINITY ? 1 : ohms / (ohms + SOURCE_OHMS);
  }
}
