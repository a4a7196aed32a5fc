package lissauer.controller.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lissauer.controller.campaign.Campaign;
import lissauer.controller.campaign.Contender;
import lissauer.hal.Electrode;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.hal.console.VirtualTips;

/** The control law against its peers on the same virtual plants, and against what it promises. */
public final class ControlBenchmark implements Benchmark {
  private static final int PEER_SHARE = 10;

  private final List<Goal> goals;
  private final Electrode electrode;
  private final Campaign campaign;
  private final Contender ours;
  private final int ourSeeds;
  private final int peerSeeds;
  private final Path picture;

  private ControlBenchmark(
      List<Goal> goals,
      VirtualTips tips,
      Electrode electrode,
      Contender ours,
      int ourSeeds,
      int peerSeeds,
      Path picture) {
    this.goals = goals;
    this.electrode = electrode;
    this.campaign = new Campaign(tips, electrode);
    this.ours = ours;
    this.ourSeeds = ourSeeds;
    this.peerSeeds = peerSeeds;
    this.picture = picture;
  }

  /** On the reduced tissue model: a tenth of the seeds for each peer, at least 20. */
  public static ControlBenchmark reduced(
      VirtualTips tips, Electrode electrode, Contender ours, int seeds, Path picture) {
    int peerSeeds = Math.min(seeds, Math.max(20, seeds / PEER_SHARE));
    return new ControlBenchmark(
        Goal.onReducedModel(), tips, electrode, ours, seeds, peerSeeds, picture);
  }

  /**
   * On the full tissue model, ours alone: the peers that bring tissue to the boil would take hours
   * there.
   */
  public static ControlBenchmark full(
      VirtualTips tips, Electrode electrode, Contender ours, int seeds, Path picture) {
    return new ControlBenchmark(Goal.onFullModel(), tips, electrode, ours, seeds, 0, picture);
  }

  @Override
  public List<Figure> measure(PrintWriter table) {
    double cap = electrode.caps().absoluteWatts();
    ComparisonTable printed = new ComparisonTable(table);
    String peers = peerSeeds == 0 ? "" : " (ours) and 1 to " + peerSeeds + " (each peer)";
    table.println(electrode.name() + ", plants of seeds 1 to " + ourSeeds + peers);
    printed.legend(cap);
    List<Comparison> comparisons = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Goal goal : goals) {
      Comparison comparison = Comparison.of(campaign, ours, goal.scenario(), ourSeeds, peerSeeds);
      printed.print(comparison);
      comparisons.add(comparison);
      figures.addAll(goal.figures(comparison.ours().outcomes(), cap));
    }
    try {
      Files.writeString(picture, new ComparisonPicture(comparisons).svg());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the picture " + picture, e);
    }
    table.println();
    table.println("picture: " + picture);
    table.flush();
    return figures;
  }
}
