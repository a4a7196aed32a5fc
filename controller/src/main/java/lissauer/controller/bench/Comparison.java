package lissauer.controller.bench;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.campaign.Campaign;
import lissauer.controller.campaign.Contender;
import lissauer.controller.campaign.Outcome;
import lissauer.controller.campaign.Scenario;
import lissauer.controller.peer.Peers;

/**
 * What all laws did in one scenario.
 *
 * @param entries ours first
 */
record Comparison(Scenario scenario, List<Entry> entries) {
  /** One law. */
  record Entry(String name, List<Outcome> outcomes) {}

  /**
   * Runs ours and all peers on the same plants.
   *
   * @param peerSeeds on how many of them the peers are tried; 0 leaves them out
   */
  static Comparison of(
      Campaign campaign, Contender ours, Scenario scenario, int ourSeeds, int peerSeeds) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(ours.name(), campaign.run(ours, scenario, ourSeeds)));
    List<Contender> peers =
        peerSeeds == 0
            ? List.of()
            : Peers.tuned(campaign.task(scenario), noise -> campaign.nominal(scenario, noise));
    for (Contender peer : peers) {
      entries.add(new Entry(peer.name(), campaign.run(peer, scenario, peerSeeds)));
    }
    return new Comparison(scenario, entries);
  }

  Entry ours() {
    return entries.getFirst();
  }
}
