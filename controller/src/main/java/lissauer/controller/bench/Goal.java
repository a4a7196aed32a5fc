package lissauer.controller.bench;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.campaign.Outcome;
import lissauer.controller.campaign.Sampling;
import lissauer.controller.campaign.Scenario;
import lissauer.controller.campaign.SiteOutcome;
import lissauer.controller.campaign.Spread;
import lissauer.hal.console.Figure;

/**
 * What our law has to reach in one scenario; NaN where nothing is asked.
 *
 * @param overshootKelvin on every plant
 * @param halfKelvinSeconds within 0.5 K for good, by 95 % of the plants
 * @param oneKelvinSeconds within 1 K for good, by 95 % of the plants, or within {@value
 *     #BOUND_FACTOR} of the plant's own bound where that is longer
 * @param stepKelvin after perfusion has changed, on every plant
 * @param heldFraction least share of the hold within 0.2 K
 */
record Goal(
    Scenario scenario,
    double overshootKelvin,
    double halfKelvinSeconds,
    double oneKelvinSeconds,
    double stepKelvin,
    double heldFraction) {
  private static final double PEAK_CELSIUS = 86;
  private static final double SHARE = 0.95;
  private static final double BOUND_FACTOR = 1.2;
  private static final double ROUNDING = 1e-9;
  private static final double RAMP = 5;
  private static final double NONE = Double.NaN;

  /** Everything that is asked on the fast plants. */
  static List<Goal> onReducedModel() {
    Sampling ticks = Sampling.FIFTY_HERTZ;
    Sampling chip = Sampling.CHIP;
    Scenario row = Scenario.of("row of 4, 5 s ramp, 50 Hz", RAMP, ticks).row(4);
    List<Goal> goals = new ArrayList<>(usual());
    goals.add(
        new Goal(
            Scenario.of("5 s ramp, 4 Hz chip", RAMP, Sampling.SLOW_CHIP),
            NONE,
            NONE,
            NONE,
            NONE,
            NONE));
    goals.add(off(Scenario.of("off, 5 s ramp, 50 Hz", RAMP, ticks), 0.5));
    goals.add(off(Scenario.of("off, 5 s ramp, 10 Hz chip", RAMP, chip), 0.5));
    goals.add(off(Scenario.of("off, fastest, 50 Hz", 0, ticks), 0.8));
    goals.add(off(Scenario.of("off, fastest, 10 Hz chip", 0, chip), 0.8));
    goals.add(new Goal(row, 0.3, NONE, NONE, NONE, NONE));
    return goals;
  }

  /** The same on the full tissue model, without what only the reduced one can be off by. */
  static List<Goal> onFullModel() {
    return usual().stream().map(Goal::onFull).toList();
  }

  private static List<Goal> usual() {
    Sampling ticks = Sampling.FIFTY_HERTZ;
    Sampling chip = Sampling.CHIP;
    return List.of(
        new Goal(Scenario.of("5 s ramp, 50 Hz", RAMP, ticks), 0.3, RAMP + 0.1, NONE, 0.3, 0.99),
        new Goal(
            Scenario.of("5 s ramp, 10 Hz chip", RAMP, chip), 0.3, RAMP + 0.3, NONE, 0.55, 0.99),
        fastest("fastest, 50 Hz, lag 50 ms", 0.05, 0.50),
        fastest("fastest, 50 Hz, lag 100 ms", 0.10, 0.60),
        fastest("fastest, 50 Hz, lag 150 ms", 0.15, 0.75),
        new Goal(Scenario.of("fastest, 10 Hz chip", 0, chip), 0.5, NONE, 1.6, 0.55, 0.99));
  }

  private static Goal fastest(String name, double lagSeconds, double oneKelvinSeconds) {
    Scenario scenario = Scenario.of(name, 0, Sampling.FIFTY_HERTZ).withLag(lagSeconds);
    return new Goal(scenario, 0.5, NONE, oneKelvinSeconds, 0.3, 0.99);
  }

  private static Goal off(Scenario scenario, double overshootKelvin) {
    return new Goal(scenario.harsher(), overshootKelvin, NONE, NONE, NONE, NONE);
  }

  private Goal onFull() {
    return new Goal(
        scenario.onFullModel(),
        overshootKelvin,
        halfKelvinSeconds,
        oneKelvinSeconds,
        stepKelvin,
        heldFraction);
  }

  /** What was reached, with its limits. */
  List<Figure> figures(List<Outcome> outcomes, double capWatts) {
    List<Figure> figures = new ArrayList<>();
    List<SiteOutcome> sites = outcomes.stream().flatMap(o -> o.sites().stream()).toList();
    add(figures, "overshoot max", most(sites), "K", overshootKelvin);
    Spread half = Spread.of(sites, SiteOutcome::halfKelvinSeconds);
    Spread one = Spread.of(sites, SiteOutcome::oneKelvinSeconds);
    add(figures, "within 0.5 K p95", half.at(SHARE), "s", halfKelvinSeconds);
    add(figures, "within 1 K p95", one.at(SHARE), "s", NONE);
    if (oneKelvinSeconds > 0) {
      String name = "within 1 K by " + oneKelvinSeconds + " s or 1.2 x bound, share";
      figures.add(Figure.atLeast(named(name), share(outcomes), "1", SHARE));
    }
    if (scenario.sites() == 1) {
      Spread step = Spread.of(sites, SiteOutcome::stepKelvin);
      add(figures, "perfusion step max", step.most(), "K", stepKelvin);
    } else {
      figures.add(Figure.atMost(named("next sites over first, p95"), later(outcomes), "K", 0));
    }
    double held = held(sites);
    figures.add(
        heldFraction > 0
            ? Figure.atLeast(named("hold within 0.2 K, share"), held, "1", heldFraction)
            : Figure.reported(named("hold within 0.2 K, share"), held, "1"));
    double peak = Spread.of(outcomes, Outcome::peakTissueCelsius).most();
    add(figures, "tissue peak max", peak, "Cel", PEAK_CELSIUS);
    double asked = Spread.of(outcomes, Outcome::mostAskedWatts).most();
    add(figures, "power asked max", asked, "W", capWatts);
    return figures;
  }

  private String named(String what) {
    return scenario.name() + ": " + what;
  }

  private void add(List<Figure> figures, String what, double value, String unit, double most) {
    figures.add(
        Double.isNaN(most)
            ? Figure.reported(named(what), value, unit)
            : Figure.atMost(named(what), value, unit, most));
  }

  private static double most(List<SiteOutcome> sites) {
    return Spread.of(sites, SiteOutcome::overshootKelvin).most();
  }

  /** Of all moments of all holds together. */
  static double held(List<SiteOutcome> sites) {
    long all = sites.stream().mapToLong(SiteOutcome::holdTicks).sum();
    long held = sites.stream().mapToLong(SiteOutcome::heldTicks).sum();
    return all == 0 ? 0 : (double) held / all;
  }

  private double share(List<Outcome> outcomes) {
    long good =
        outcomes.stream()
            .filter(outcome ->
                outcome.first().oneKelvinSeconds()
                    <= Math.max(oneKelvinSeconds, BOUND_FACTOR * outcome.boundSeconds()) + ROUNDING)
            .count();
    return (double) good / outcomes.size();
  }

  private static double later(List<Outcome> outcomes) {
    List<SiteOutcome> next = outcomes.stream().flatMap(o -> o.sites().stream().skip(1)).toList();
    return Spread.of(next, SiteOutcome::overshootKelvin).at(SHARE)
        - Spread.of(outcomes, o -> o.first().overshootKelvin()).at(SHARE);
  }
}
