package lissauer.controller.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import lissauer.controller.peer.Peers;
import lissauer.hal.console.VirtualTip;
import lissauer.hal.console.VirtualTips;
import lissauer.hal.console.VirtualTissue;
import lissauer.simulator.cli.SimulatorModule;
import org.junit.jupiter.api.Test;

/** Campaigns on the simulator's tips. */
class CampaignTest {
  private static final VirtualTips TIPS = new SimulatorModule().virtualTips().orElseThrow();
  private static final Campaign CAMPAIGN = new Campaign(TIPS, KnownTip.ELECTRODE);

  @Test
  void aSeedGivesTheSameBitsWhateverTheNumberOfThreads() throws Exception {
    Scenario scenario = Scenario.of("5 s", 5, Sampling.CHIP).harsher();
    List<Outcome> one = onThreads(1, scenario);
    List<Outcome> many = onThreads(4, scenario);
    for (int i = 0; i < one.size(); i++) {
      assertThat(many.get(i).sites()).isEqualTo(one.get(i).sites());
      assertThat(many.get(i).courseKelvin()).containsExactly(one.get(i).courseKelvin());
      assertThat(many.get(i).peakTissueCelsius()).isEqualTo(one.get(i).peakTissueCelsius());
    }
    assertThat(IntStream.range(1, one.size()))
        .allMatch(i -> !one.get(i).sites().equals(one.get(0).sites()));
    assertThat(CAMPAIGN.run(Peers.feedForward(), scenario, 3L).sites())
        .isEqualTo(one.get(2).sites());
  }

  private static List<Outcome> onThreads(int threads, Scenario scenario) throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> CAMPAIGN.run(Peers.feedForward(), scenario, 8)).get();
    }
  }

  /** Physics study, section 4: 0.40 s at 1 W, without a delay, on the plant with α = 0. */
  @Test
  void theNominalPlantsBoundIsThatOfTheStudy() {
    VirtualTissue linear =
        new VirtualTissue(VirtualTissue.Reduced.exact(), 37, 0.15, 0, 0.51, 3.90225e6, 0);
    VirtualTip tip = TIPS.tip(KnownTip.ELECTRODE.geometry(), linear);
    assertThat(Bound.seconds(tip, 1, 74, 0)).isCloseTo(0.40, within(0.02));
    Scenario fastest = Scenario.of("fastest", 0, Sampling.FIFTY_HERTZ);
    Outcome outcome =
        new Trial(TIPS, KnownTip.ELECTRODE, Peers.feedForward(), fastest, Draw.nominal(0.1, 0.1))
            .run();
    assertThat(outcome.boundSeconds()).isBetween(0.5, 0.6);
    assertThat(outcome.boundRatio()).isGreaterThan(1);
  }

  @Test
  void theNextSiteOfARowStartsWarm() {
    Scenario row = Scenario.of("row", 5, Sampling.FIFTY_HERTZ).row(2);
    Outcome outcome = CAMPAIGN.run(Peers.feedForward(), row, 1L);
    assertThat(outcome.sites()).hasSize(2);
    assertThat(outcome.sites().get(1).heldFraction()).isGreaterThan(0.5);
    assertThat(outcome.sites().get(1)).isNotEqualTo(outcome.first());
  }

  @Test
  void aSpreadGivesTheValueThatAShareDoesNotExceed() {
    Spread spread = new Spread(new double[] {5, 1, 4, 2, 3});
    assertThat(spread.at(0.5)).isEqualTo(3);
    assertThat(spread.at(0.2)).isEqualTo(1);
    assertThat(spread.at(0.21)).isEqualTo(2);
    assertThat(spread.at(0)).isEqualTo(1);
    assertThat(spread.most()).isEqualTo(5);
    assertThat(new Spread(new double[0]).most()).isNaN();
    assertThat(new Spread(new double[] {1, Double.POSITIVE_INFINITY}).most()).isInfinite();
  }
}
