package lissauer.simulator.row;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.ReducedModel;
import lissauer.simulator.tissue.RowPlant;

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

  private final RowPlant plant;
  private final RowRequest request;
  private final RowWatcher watcher;
  private final Marks marks = new Marks();
  private TipPosition at;
  private double seconds;

  /** Sees the row go by, at moments close enough to integrate damage. */
  @FunctionalInterface
  public interface RowWatcher {
    /**
     * Some time has passed.
     *
     * @param earlier lesions that still matter
     * @param active the lesion being made, or cooling
     * @param sinceSeconds since the time before, or since the start of the row
     * @param fresh whether the active lesion has just been placed
     */
    void passed(
        List<RowPlant.Field> earlier, RowPlant.Field active, double sinceSeconds, boolean fresh);
  }

  /** A row that has not begun. */
  public RowHeat(ReducedModel model, TipGeometry tip, RowRequest request, RowWatcher watcher) {
    this.plant = new RowPlant(model, tip);
    this.request = request;
    this.watcher = watcher;
    this.at = request.sites().getFirst();
  }

  /** Makes the row. */
  public List<SiteCourse> run() {
    List<SiteCourse> courses = new ArrayList<>();
    for (int site = 0; site < request.sites().size(); site++) {
      TipPosition next = request.sites().get(site);
      if (site > 0) {
        plant.place(at, next);
        at = next;
      }
      courses.add(make(site == request.sites().size() - 1));
    }
    return List.copyOf(courses);
  }

  private SiteCourse make(boolean last) {
    mark(true);
    double start = plant.tipCelsius();
    double ohms = plant.impedanceOhms();
    double peak = 0;
    double joules = 0;
    int ticks = (int) Math.round(onSeconds(start) / TICK_SECONDS);
    marks.begin(request.drive() instanceof Drive.Clamp clamp ? clamp.rampSeconds() : 0);
    double watts = 0;
    for (int tick = 1; tick <= ticks; tick++) {
      watts = drive(tick * TICK_SECONDS, start);
      peak = Math.max(peak, watts);
      joules += watts * TICK_SECONDS;
      passed(tick == ticks);
    }
    double endOhms = plant.impedanceOhms();
    double pause = cool(last);
    return new SiteCourse(at, start, ohms, endOhms, peak, watts, joules, pause);
  }

  /** A plan's hold counts from 1 K below the set temperature, on a straight ramp. */
  private double onSeconds(double startCelsius) {
    if (request.drive() instanceof Drive.Clamp clamp && !clamp.smooth()) {
      double rise = clamp.setCelsius() - startCelsius;
      return clamp.rampSeconds() * (rise > 1 ? 1 - 1 / rise : 0) + clamp.holdSeconds();
    }
    return request.drive().onSeconds();
  }

  private double drive(double since, double startCelsius) {
    return switch (request.drive()) {
      case Drive.Clamp clamp ->
          plant.followWatts(TICK_SECONDS, clamp.celsius(since, startCelsius), request.mostWatts());
      case Drive.Power power -> heat(power.powerWatts());
      case Drive.Voltage voltage -> heat(squared(voltage.voltsRms()));
      case Drive.Bursts bursts -> {
        double phase = (since - TICK_SECONDS) % (1 / bursts.rateHertz());
        boolean on = phase < bursts.burstSeconds() - 1e-9;
        yield heat(on ? squared(bursts.voltsRms()) : 0);
      }
    };
  }

  private double squared(double volts) {
    return volts * volts / plant.impedanceOhms();
  }

  private double heat(double watts) {
    plant.advance(TICK_SECONDS, watts);
    return watts;
  }

  private double cool(boolean last) {
    marks.begin(0);
    RowRequest.Pause pause = request.pause();
    double since = 0;
    boolean staying = true;
    while (staying) {
      heat(0);
      since += TICK_SECONDS;
      boolean enough =
          last
              ? since >= request.coolSeconds() - 1e-9
              : since >= pause.leastSeconds() - 1e-9 && plant.tipCelsius() < pause.belowCelsius();
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
    RowPlant.Field active = new RowPlant.Field(at, plant.own().amplitudes());
    watcher.passed(plant.earlierFields(), active, marks.take(), fresh);
  }

  /** Time since the row began. */
  public double seconds() {
    return seconds;
  }
}
