package lissauer.controller.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import lissauer.controller.drill.Drill;
import lissauer.controller.drill.DrillSummary;
import lissauer.controller.drill.Ordeal;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;

/** Every hazard that the simulator can make, on many seeded rigs, against what is promised. */
public final class FaultBenchmark implements Benchmark {
  /** A thermocouple that is lost or shorted may cost this much. */
  private static final double LOST_JOULES = 2;

  private static final double LOST_SECONDS = 0.2;
  private static final double FROZEN_SECONDS = 1.5;

  private final Drill drill;
  private final List<Ordeal> ordeals;
  private final List<String> drillPlans;
  private final List<String> soundPlans;
  private final int seeds;
  private final int soundRows;

  /**
   * A benchmark.
   *
   * @param drillPlans plans of the rows on which something breaks, in turn
   * @param soundPlans plans of the rows on which nothing does, in turn
   */
  public FaultBenchmark(
      Drill drill,
      List<Ordeal> ordeals,
      List<String> drillPlans,
      List<String> soundPlans,
      int seeds,
      int soundRows) {
    this.drill = drill;
    this.ordeals = List.copyOf(ordeals);
    this.drillPlans = List.copyOf(drillPlans);
    this.soundPlans = List.copyOf(soundPlans);
    this.seeds = seeds;
    this.soundRows = soundRows;
  }

  @Override
  public List<Figure> measure(PrintWriter table) {
    FaultTable printed = new FaultTable(table);
    printed.legend(seeds, drillPlans);
    List<Figure> figures = new ArrayList<>();
    for (Ordeal ordeal : ordeals) {
      DrillSummary summary = DrillSummary.of(ordeal, drill.run(ordeal, drillPlans, seeds));
      printed.print(summary);
      figures.addAll(figures(summary));
    }
    DrillSummary sound =
        DrillSummary.of(Ordeal.nothing(), drill.run(Ordeal.nothing(), soundPlans, soundRows));
    printed.sound(sound);
    figures.add(Figure.atMost("false trips", sound.tripped(), "1", 0));
    figures.add(Figure.reported("fault-free rows", sound.rows().size(), "1"));
    return figures;
  }

  private static List<Figure> figures(DrillSummary summary) {
    Ordeal ordeal = summary.ordeal();
    String name = ordeal.id() + " " + ordeal.title();
    double percent = 100 * summary.inTimeShare();
    if (!ordeal.promised()) {
      double found = 100 * summary.foundShare();
      return List.of(Figure.reported(name + ", found, which is not promised", found, "%"));
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.atLeast(name + ", found in time", percent, "%", 100));
    double most = summary.reactionSeconds().most();
    figures.add(Figure.atMost(name + ", reaction", most, "s", ordeal.budgetSeconds()));
    switch (ordeal.script().replace("-in-ramp", "")) {
      case "thermocouple-open", "thermocouple-shorted" -> {
        figures.add(Figure.atMost(name + ", reaction of issue", most, "s", LOST_SECONDS));
        figures.add(Figure.atMost(name + ", energy", summary.joules().most(), "J", LOST_JOULES));
      }
      case "thermocouple-frozen" ->
          figures.add(Figure.atMost(name + ", reaction of issue", most, "s", FROZEN_SECONDS));
      default -> {
        // The budget of the hazard is all that is promised.
      }
    }
    return figures;
  }
}
