package lissauer.simulator.tissue;

import lissauer.hal.TipGeometry;

/**
 * One lesion: field, heat and damage around one electrode, solved on a mesh.
 *
 * <p>Pennes' bioheat equation with Joule heat of a quasi-static field whose conductivity follows
 * the temperature, perfusion that ends where tissue is destroyed, and water that boils away between
 * 100 and 105 °C. Temperatures are linear in power within a step, so that a step can be driven by
 * power, by voltage, or by the temperature that the thermocouple has to reach.
 */
public final class FullModel {
  private static final double METER_SECONDS = 0.02;

  /**
   * Longest step while water boils. Boiling is settled after each step, and heat meanwhile flows as
   * if there were none: with 20 ms the tip gets hotter than all tissue and char comes seconds late.
   */
  private static final double BOILING_SECONDS = 0.002;

  private static final double GAMMA = HeatEquation.GAMMA;

  private final TipGeometry geometry;
  private final Mesh mesh;
  private final Tissue tissue;
  private HeatEquation heat;
  private final WarmField field;
  private final Sampler sampler;
  private final DamageField damage;
  private final Boiling boiling;
  private final Probe sensor;
  private final double[] kelvin;
  private final double[] sources;
  private final double[] first;
  private final double[] second;
  private final double[] response;
  private long responseNanos;
  private double seconds;
  private double shownWatts;
  private double lastMeanWatts;
  private double lastSeconds;
  private double deliveredJoules;
  private double lostJoules;
  private double returnedWatts;
  private double residualKelvin;

  /** A cold electrode in tissue. */
  public FullModel(TipGeometry geometry, Tissue tissue, Contact contact, Resolution resolution) {
    this(geometry, tissue, resolution.mesh(geometry, contact), Substances.USUAL);
  }

  /** On any mesh, so that the whole model can be held against closed forms. */
  FullModel(TipGeometry geometry, Tissue tissue, Mesh mesh, Substances substances) {
    this(geometry, tissue, mesh, new HeatEquation(mesh, tissue, substances));
  }

  private FullModel(TipGeometry geometry, Tissue tissue, Mesh mesh, HeatEquation heat) {
    this.geometry = geometry;
    this.tissue = tissue;
    this.mesh = mesh;
    this.heat = heat;
    int cells = mesh.cells();
    kelvin = new double[cells];
    boiling = new Boiling(mesh, tissue, heat.capacities());
    field = new WarmField(mesh, tissue, boiling, kelvin);
    sources = new double[cells];
    first = new double[cells];
    second = new double[cells];
    response = new double[cells];
    damage = new DamageField(mesh, tissue.baseCelsius());
    sampler = new Sampler(mesh);
    sensor = Probe.sensor(mesh, geometry);
  }

  /**
   * The same electrode, cold, in another place of the same tissue. The two share factorisations, so
   * they may not be used by two threads at once.
   */
  FullModel elsewhere() {
    return new FullModel(geometry, tissue, mesh, heat);
  }

  /** From now on perfusion is another, here and in what is made {@link #elsewhere}. */
  void perfuse(double wattsPerCubicMetreKelvin) {
    heat = heat.perfused(wattsPerCubicMetreKelvin);
    responseNanos = 0;
  }

  /**
   * Tells how warm earlier lesions have left the place.
   *
   * @param tipKelvin above base temperature, at the tip, on which boiling and damage depend
   * @param currentKelvin the same as the current feels it, on which conductivity depends
   */
  void residual(double tipKelvin, double currentKelvin) {
    residualKelvin = tipKelvin;
    field.residual(currentKelvin);
  }

  /** Lets time pass at constant power, in W; without contact there is none. */
  public void heat(double stepSeconds, double powerWatts) {
    double taken = field.conductanceSiemens() > 0 ? powerWatts : 0;
    int parts = parts(stepSeconds);
    for (int part = 0; part < parts; part++) {
      step(stepSeconds / parts, taken);
    }
  }

  /** Lets time pass at constant voltage at the tip, in V rms. */
  public void energise(double stepSeconds, double voltsRms) {
    int parts = parts(stepSeconds);
    double part = stepSeconds / parts;
    for (int i = 0; i < parts; i++) {
      step(part, voltsRms * voltsRms * field.conductanceSiemensIn(part / 2));
    }
    shownWatts = voltsRms * voltsRms * field.conductanceSiemens();
  }

  private int parts(double stepSeconds) {
    return boiling.active() ? (int) Math.ceil(stepSeconds / BOILING_SECONDS - 1e-6) : 1;
  }

  private void step(double stepSeconds, double powerWatts) {
    System.arraycopy(kelvin, 0, first, 0, kelvin.length);
    sources(powerWatts);
    heat.stage(first, sources, 1, stepSeconds);
    between();
    heat.stage(second, sources, 1, stepSeconds);
    finish(stepSeconds, powerWatts, powerWatts);
  }

  /**
   * Lets time pass at just the power that takes the sensor along a path; no power where it cools
   * too slowly to follow.
   *
   * @param middleCelsius what the sensor reads at 0.2929 of the step
   * @param endCelsius what it reads at the end
   */
  public void follow(double stepSeconds, double middleCelsius, double endCelsius) {
    long step = Math.round(stepSeconds * 1e9);
    if (responseNanos != step) {
      java.util.Arrays.fill(response, 0);
      heat.stage(response, field.heatShare(), 1, stepSeconds);
      responseNanos = step;
    }
    sources(0);
    double gain = sensor.of(response);
    System.arraycopy(kelvin, 0, first, 0, kelvin.length);
    heat.stage(first, sources, 1, stepSeconds);
    double one = add(first, middleCelsius, gain);
    between();
    heat.stage(second, sources, 1, stepSeconds);
    double two = add(second, endCelsius, gain);
    if (boiling.active()) {
      heat(stepSeconds, (1 - GAMMA) * one + GAMMA * two);
    } else {
      finish(stepSeconds, one, two);
    }
  }

  private double add(double[] stage, double celsius, double gainKelvinPerWatt) {
    double wanted = celsius - tissue.baseCelsius() - sensor.of(stage);
    double power = gainKelvinPerWatt > 0 ? Math.max(0, wanted / gainKelvinPerWatt) : 0;
    for (int cell = 0; cell < stage.length; cell++) {
      stage[cell] += power * response[cell];
    }
    return power;
  }

  private void sources(double powerWatts) {
    double[] share = field.heatShare();
    for (int cell = 0; cell < sources.length; cell++) {
      sources[cell] = powerWatts * share[cell];
    }
    returnedWatts = 0;
    if (tissue.perfusionStops()) {
      double[] liver = damage.of(DamageLaw.LIVER);
      for (int cell = 0; cell < sources.length; cell++) {
        if (liver[cell] >= 1) {
          double returned = heat.perfusion(cell) * kelvin[cell];
          sources[cell] += returned;
          returnedWatts += returned;
        }
      }
    }
  }

  /** The second stage starts from the line through start and first stage. */
  private void between() {
    double along = (1 - GAMMA) / GAMMA;
    for (int cell = 0; cell < second.length; cell++) {
      second[cell] = kelvin[cell] + along * (first[cell] - kelvin[cell]);
    }
  }

  private void finish(double stepSeconds, double firstWatts, double secondWatts) {
    double meanWatts = (1 - GAMMA) * firstWatts + GAMMA * secondWatts;
    double rate = (meanWatts - lastMeanWatts) / (0.5 * (stepSeconds + lastSeconds));
    boolean sudden = meanWatts == 0 || lastMeanWatts == 0;
    shownWatts = meanWatts + (sudden ? 0 : rate * 0.5 * (stepSeconds - METER_SECONDS));
    lastMeanWatts = meanWatts;
    lastSeconds = stepSeconds;
    deliveredJoules += stepSeconds * meanWatts;
    lostJoules +=
        stepSeconds
            * ((1 - GAMMA) * heat.lostWatts(first)
                + GAMMA * heat.lostWatts(second)
                - returnedWatts);
    System.arraycopy(second, 0, kelvin, 0, kelvin.length);
    boiling.settle(kelvin, residualKelvin);
    damage.add(kelvin, tissue.baseCelsius() + residualKelvin, stepSeconds);
    seconds += stepSeconds;
    if (field.follow(kelvin, stepSeconds, meanWatts > 0)) {
      responseNanos = 0;
    }
  }

  /** Temperature of the metal where the thermocouple sits, without lag or noise. */
  public double sensorCelsius() {
    return tissue.baseCelsius() + sensor.of(kelvin);
  }

  /** Temperature at a place: distance from the axis, height above the tip's end. */
  public double celsiusAt(double radiusMillimetres, double heightMillimetres) {
    return tissue.baseCelsius() + sampler.value(kelvin, radiusMillimetres, heightMillimetres);
  }

  /** Hottest tissue now, °C. */
  public double peakCelsius() {
    double peak = 0;
    for (int cell = 0; cell < kelvin.length; cell++) {
      if (mesh.material[cell] == Material.TISSUE) {
        peak = Math.max(peak, kelvin[cell]);
      }
    }
    return tissue.baseCelsius() + peak;
  }

  /** Resistance between tip and return electrode, in Ω; infinite without contact. */
  public double impedanceOhms() {
    return 1 / field.conductanceSiemens();
  }

  /** Power now, as a meter shows that averages 20 ms. */
  public double powerWatts() {
    return shownWatts;
  }

  /** Energy delivered so far. */
  public double deliveredJoules() {
    return deliveredJoules;
  }

  /** Time since the start. */
  public double seconds() {
    return seconds;
  }

  /**
   * What was delivered and can be accounted for neither as stored nor as lost, over what was
   * delivered.
   */
  public double imbalanceRatio() {
    double stored = heat.storedJoules(kelvin) + boiling.latentJoules();
    return deliveredJoules == 0 ? 0 : (deliveredJoules - stored - lostJoules) / deliveredJoules;
  }

  /** Size of the lesion so far. */
  public Extents extents() {
    return new Extents(geometry, mesh, sampler, damage);
  }

  /** Shape of the electrode. */
  TipGeometry geometry() {
    return geometry;
  }

  /** Temperatures above the base, a copy. */
  double[] kelvin() {
    return kelvin.clone();
  }

  /** All fields now. */
  public FieldSnapshot snapshot() {
    double[] celsius = new double[kelvin.length];
    for (int cell = 0; cell < celsius.length; cell++) {
      celsius[cell] = tissue.baseCelsius() + kelvin[cell];
    }
    return FieldSnapshot.of(mesh, celsius, damage, field.heatShare());
  }

  /** Cells of the mesh. */
  public int cells() {
    return mesh.cells();
  }
}
