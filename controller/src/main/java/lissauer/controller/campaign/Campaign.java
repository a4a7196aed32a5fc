package lissauer.controller.campaign;

import java.util.List;
import java.util.stream.LongStream;
import lissauer.hal.Electrode;
import lissauer.hal.console.VirtualTips;

/** Trials of every law on the same seeded plants, side by side on all processors. */
public final class Campaign {
  private final VirtualTips tips;
  private final Electrode electrode;

  /** A campaign with one electrode. */
  public Campaign(VirtualTips tips, Electrode electrode) {
    this.tips = tips;
    this.electrode = electrode;
  }

  /** The plants of seeds 1 to {@code seeds}, in this order whatever the number of threads. */
  public List<Outcome> run(Contender contender, Scenario scenario, int seeds) {
    return LongStream.rangeClosed(1, seeds)
        .parallel()
        .mapToObj(seed -> run(contender, scenario, seed))
        .toList();
  }

  /** One seed. */
  public Outcome run(Contender contender, Scenario scenario, long seed) {
    return new Trial(tips, electrode, contender, scenario, Draw.of(seed, scenario)).run();
  }

  /** What a law is told in a scenario. */
  public Task task(Scenario scenario) {
    return scenario.task(electrode);
  }

  /** A nominal plant for tuning: cord, exact power, one tick more of delay. */
  public VirtualBench nominal(Scenario scenario, double noiseKelvin) {
    return VirtualBench.nominal(tips, electrode.geometry(), task(scenario), noiseKelvin);
  }
}
