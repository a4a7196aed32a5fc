package lissauer.simulator.row;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.ReducedLesion;
import lissauer.simulator.tissue.ReducedModel;

/**
 * The temperatures of a row: axisymmetric lesions that go on cooling where they are while the next
 * is made, added up. Power is what an ideal controller would give, on the lesion's own field plus
 * what the earlier ones left at its thermocouple.
 *
 * <p>Superposition drops the metal that moves away and the earlier lesions' shape in the current of
 * the new one; against a full 3-D solution the row's volume and width stay within 1 % (see
 * docs/simulator.md).
 */
public final class RowHeat {
  private static final double TICK_SECONDS = 0.02;
  private static final double GIVE_UP_SECONDS = 600;

  private final ReducedModel model;
  private final TipGeometry tip;
  private final RowRequest request;
  private final RowWatcher watcher;
  private final List<Placed> placed = new ArrayList<>();
  private final Marks marks = new Marks();
  private double seconds;

  /** A lesion, where it is, and how it is felt at the thermocouple of the active one. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Placed(TipPosition at, ReducedLesion lesion, double[] atSensor, double[] felt) {}

  /** Sees the row go by, at moments close enough to integrate damage. */
  @FunctionalInterface
  public interface RowWatcher {
    /**
     * Some time has passed.
     *
     * @param lesions all so far, the active one last
     * @param sinceSeconds since the time before, or since the start of the row
     * @param fresh whether the active lesion has just been placed
     */
    void passed(List<SiteField> lesions, double sinceSeconds, boolean fresh);
  }

  /** A lesion and where the end of its tip is. */
  public record SiteField(TipPosition at, ReducedLesion lesion) {}

  /** A row that has not begun. */
  public RowHeat(ReducedModel model, TipGeometry tip, RowRequest request, RowWatcher watcher) {
    this.model = model;
    this.tip = tip;
    this.request = request;
    this.watcher = watcher;
  }

  /** Makes the row. */
  public List<SiteCourse> run() {
    List<SiteCourse> courses = new ArrayList<>();
    for (int site = 0; site < request.sites().size(); site++) {
      courses.add(make(request.sites().get(site), site == request.sites().size() - 1));
    }
    return List.copyOf(courses);
  }

  private SiteCourse make(TipPosition at, boolean last) {
    place(at);
    ReducedLesion lesion = placed.getLast().lesion();
    mark(true);
    double start = residual();
    lesion.residual(felt());
    double ohms = lesion.impedanceOhms();
    double peak = 0;
    double joules = 0;
    double on = onSeconds(start);
    int ticks = (int) Math.round(on / TICK_SECONDS);
    marks.begin(request.drive() instanceof Drive.Clamp clamp ? clamp.rampSeconds() : 0);
    for (int tick = 1; tick <= ticks; tick++) {
      double watts = drive(lesion, tick * TICK_SECONDS, start);
      peak = Math.max(peak, watts);
      joules += watts * TICK_SECONDS;
      passed(tick == ticks);
    }
    double end = lesion.powerWatts();
    double endOhms = lesion.impedanceOhms();
    double pause = cool(lesion, last);
    double base = model.tissue().baseCelsius();
    return new SiteCourse(at, base + start, ohms, endOhms, peak, end, joules, pause);
  }

  /** A plan's hold counts from 1 K below the set temperature, on a straight ramp. */
  private double onSeconds(double startKelvin) {
    if (request.drive() instanceof Drive.Clamp clamp && !clamp.smooth()) {
      double rise = clamp.setCelsius() - model.tissue().baseCelsius() - startKelvin;
      return clamp.rampSeconds() * Math.max(0, 1 - 1 / rise) + clamp.holdSeconds();
    }
    return request.drive().onSeconds();
  }

  private void place(TipPosition at) {
    List<Placed> old = new ArrayList<>(placed);
    placed.clear();
    for (Placed lesion : old) {
      double end = lesion.at().depthMillimetres() - at.depthMillimetres();
      double distance = Math.abs(at.alongMillimetres() - lesion.at().alongMillimetres());
      double[] sensed =
          model.at(Math.max(distance, tip.radiusMillimetres()), end + tip.sensorMillimetres());
      double[] felt = model.feltAround(distance, end, tip);
      placed.add(new Placed(lesion.at(), lesion.lesion(), sensed, felt));
    }
    placed.add(new Placed(at, new ReducedLesion(model), new double[0], new double[0]));
  }

  /** What earlier lesions add at the thermocouple. */
  private double residual() {
    double kelvin = 0;
    for (int i = 0; i < placed.size() - 1; i++) {
      kelvin += placed.get(i).lesion().kelvin(placed.get(i).atSensor());
    }
    return kelvin;
  }

  /** The same for the current. */
  private double felt() {
    double kelvin = 0;
    for (int i = 0; i < placed.size() - 1; i++) {
      kelvin += placed.get(i).lesion().kelvin(placed.get(i).felt());
    }
    return kelvin;
  }

  private double drive(ReducedLesion lesion, double since, double startKelvin) {
    coolOld();
    double residual = residual();
    lesion.residual(felt());
    double base = model.tissue().baseCelsius();
    return switch (request.drive()) {
      case Drive.Clamp clamp -> {
        double wanted = clamp.celsius(since, base + startKelvin) - base - residual;
        yield lesion.follow(TICK_SECONDS, wanted, request.mostWatts());
      }
      case Drive.Power power -> heat(lesion, power.powerWatts());
      case Drive.Voltage voltage -> heat(lesion, squared(voltage.voltsRms(), lesion));
      case Drive.Bursts bursts -> {
        double phase = (since - TICK_SECONDS) % (1 / bursts.rateHertz());
        boolean on = phase < bursts.burstSeconds() - 1e-9;
        yield heat(lesion, on ? squared(bursts.voltsRms(), lesion) : 0);
      }
    };
  }

  private static double squared(double volts, ReducedLesion lesion) {
    return volts * volts / lesion.impedanceOhms();
  }

  private static double heat(ReducedLesion lesion, double watts) {
    lesion.heat(TICK_SECONDS, watts);
    return watts;
  }

  private void coolOld() {
    for (int i = 0; i < placed.size() - 1; i++) {
      placed.get(i).lesion().heat(TICK_SECONDS, 0);
    }
  }

  private double cool(ReducedLesion lesion, boolean last) {
    marks.begin(0);
    RowRequest.Pause pause = request.pause();
    double limit = pause.belowCelsius() - model.tissue().baseCelsius();
    double since = 0;
    boolean staying = true;
    while (staying) {
      coolOld();
      lesion.heat(TICK_SECONDS, 0);
      since += TICK_SECONDS;
      boolean enough =
          last
              ? since >= request.coolSeconds() - 1e-9
              : since >= pause.leastSeconds() - 1e-9 && lesion.sensorKelvin() + residual() < limit;
      staying = !enough && since < GIVE_UP_SECONDS;
      passed(!staying);
    }
    return since;
  }

  private void passed(boolean now) {
    seconds += TICK_SECONDS;
    if (marks.due(TICK_SECONDS) || now) {
      mark(false);
    }
  }

  private void mark(boolean fresh) {
    List<SiteField> fields = new ArrayList<>();
    for (Placed lesion : placed) {
      fields.add(new SiteField(lesion.at(), lesion.lesion()));
    }
    watcher.passed(fields, marks.take(), fresh);
  }

  /** Time since the row began. */
  public double seconds() {
    return seconds;
  }
}
