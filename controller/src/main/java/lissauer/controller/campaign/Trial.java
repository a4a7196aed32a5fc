package lissauer.controller.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lissauer.hal.Electrode;
import lissauer.hal.TipPosition;
import lissauer.hal.console.VirtualTips;

/**
 * One law on one virtual plant: ramp and hold, in which perfusion changes; or a row of sites, each
 * warm from those before. Gives the same bits for the same seed, wherever it runs.
 */
public final class Trial {
  /** After the hold has begun, for the tip to settle, before it counts. */
  public static final double ALLOWANCE_SECONDS = 1;

  /** Perfusion changes so long after the end of the ramp. */
  static final double STEP_SECONDS = 7;

  private static final double AFTER_STEP_SECONDS = 8;
  private static final double LONGEST_LEAD_SECONDS = 20;
  private static final double NEXT_SITE_BELOW_CELSIUS = 45;
  private static final double LONGEST_REST_SECONDS = 120;
  private static final double CONTACT_SECONDS = 1;
  private static final double COURSE_SECONDS = 10;

  private final VirtualTips tips;
  private final Electrode electrode;
  private final Contender contender;
  private final Scenario scenario;
  private final Task task;
  private final Draw draw;
  private final VirtualBench bench;
  private final double[] course =
      new double[(int) Math.round(COURSE_SECONDS * 1e9 / Scenario.TICK_NANOS) + 1];
  private final List<double[]> history = new ArrayList<>();
  private int courseTicks;
  private double peakCelsius;
  private double mostWatts;
  private double mostAskedWatts;

  Trial(VirtualTips tips, Electrode electrode, Contender contender, Scenario scenario, Draw draw) {
    this.tips = tips;
    this.electrode = electrode;
    this.contender = contender;
    this.scenario = scenario;
    this.task = scenario.task(electrode);
    this.draw = draw;
    this.bench =
        new VirtualBench(draw, tips, electrode.geometry(), scenario.sampling(), task.limitWatts());
  }

  Outcome run() {
    List<SiteOutcome> sites = new ArrayList<>();
    Controller controller = contender.start(task);
    sites.add(site(controller, true));
    double bound = scenario.rampSeconds() > 0 ? Double.NaN : boundSeconds();
    for (int next = 1; next < scenario.sites(); next++) {
      move(controller, next);
      controller = contender.next(controller, task);
      sites.add(site(controller, false));
    }
    return new Outcome(
        List.copyOf(sites),
        peakCelsius,
        mostWatts,
        mostAskedWatts,
        bound,
        Arrays.copyOf(course, courseTicks));
  }

  private SiteOutcome site(Controller controller, boolean first) {
    double stepSeconds = task.rampSeconds() + STEP_SECONDS;
    double endSeconds = stepSeconds + (scenario.sites() > 1 ? 0 : AFTER_STEP_SECONDS);
    SiteMeter meter = new SiteMeter(task.rampSeconds(), stepSeconds);
    long start = bench.nanos();
    long begun = Long.MAX_VALUE;
    boolean stepped = scenario.sites() > 1;
    while (true) {
      long now = bench.nanos();
      double watts = controller.watts(now, bench.sample(), bench.reading());
      if (begun == Long.MAX_VALUE) {
        if (controller.ramping()) {
          begun = now;
          watch(meter, begun);
        } else {
          watch(first);
        }
      }
      double since = (now - begun) * 1e-9;
      if (since >= endSeconds - 1e-6 || (now - start) * 1e-9 > endSeconds + LONGEST_LEAD_SECONDS) {
        return meter.outcome((Math.min(begun, now) - start) * 1e-9);
      }
      if (!stepped && since >= stepSeconds - 1e-6) {
        stepped = true;
        bench.step();
      }
      mostAskedWatts = Math.max(mostAskedWatts, watts);
      note(first && begun != Long.MAX_VALUE);
      bench.pass(watts);
    }
  }

  private void note(boolean counts) {
    if (counts && courseTicks < course.length) {
      course[courseTicks++] = bench.tip().tipCelsius() - task.setCelsius();
    }
  }

  /** Before the ramp: what a bound has to start from. */
  private void watch(boolean first) {
    bench.watchedBy((_, seconds, watts) -> {
      if (first) {
        history.add(new double[] {seconds, watts});
      }
      see(watts);
    });
  }

  private void watch(SiteMeter meter, long begunNanos) {
    bench.watchedBy((now, _, watts) -> {
      meter.see((now - begunNanos) * 1e-9, bench.tip().tipCelsius() - task.setCelsius());
      see(watts);
    });
  }

  private void see(double watts) {
    mostWatts = Math.max(mostWatts, watts);
    peakCelsius = Math.max(peakCelsius, bench.tip().tissuePeakCelsius());
  }

  /** RF off until the tip may be moved, then a moment for the check of contact. */
  private void move(Controller controller, int site) {
    bench.watchedBy((_, _, watts) -> see(watts));
    long start = bench.nanos();
    while (bench.tip().tipCelsius() > NEXT_SITE_BELOW_CELSIUS
        && bench.nanos() - start < LONGEST_REST_SECONDS * 1e9) {
      rest(controller);
    }
    double depth = electrode.geometry().bareMillimetres();
    bench.place(new TipPosition(site - 1, depth), new TipPosition(site, depth));
    long moved = bench.nanos();
    while (bench.nanos() - moved < CONTACT_SECONDS * 1e9) {
      rest(controller);
    }
  }

  private void rest(Controller controller) {
    controller.rest(bench.nanos(), bench.sample(), bench.reading());
    bench.pass(0);
  }

  private double boundSeconds() {
    var tip = tips.tip(electrode.geometry(), draw.tissue());
    history.forEach(step -> tip.advance(step[0], step[1]));
    double watts = Math.min(1, draw.gainRatio()) * task.limitWatts();
    return Bound.seconds(
        tip, watts, task.setCelsius() - 1, draw.delayTicks() * bench.periodSeconds());
  }
}
