package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.simulator.cartesian.CartesianRow;
import lissauer.simulator.cartesian.DamageMap;
import lissauer.simulator.cartesian.Kinetics;
import lissauer.simulator.row.RowDamage;
import lissauer.simulator.row.RowHeat;
import lissauer.simulator.row.RowRequest;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.ReducedModel;

/**
 * Superposed rows against the full 3-D solution: tissue destroyed by liver kinetics, counted from
 * 39 °C in both, where the electrode never was.
 */
final class AgainstThreeDimensions implements Benchmark {
  private static final double LEAST_DICE = 0.995;
  private static final double WIDTH_LIMIT_MILLIMETRES = 0.01;
  private static final double VOXEL_MILLIMETRES = 0.1;
  private static final double MOST_WATTS = 10;
  private static final double COOL_SECONDS = 30;

  private final CartesianRow judge;
  private final List<CartesianRow.Case> rows;

  /** Rows whose program is that of the judge's reference. */
  AgainstThreeDimensions(CartesianRow judge, List<CartesianRow.Case> rows) {
    this.judge = judge;
    this.rows = List.copyOf(rows);
  }

  static AgainstThreeDimensions standard() {
    CartesianRow usual = CartesianRow.reference();
    Kinetics kinetics = Kinetics.liver().above(DamageLaw.LOWEST_CELSIUS);
    return new AgainstThreeDimensions(
        new CartesianRow(usual.medium(), kinetics, usual.program(), usual.fineness()),
        List.of(new CartesianRow.Case(1, 10, 4), new CartesianRow.Case(1, 30, 4)));
  }

  /** A row in 3-D and what it took. */
  private record Solved(CartesianRow.Result result, double cpuSeconds) {}

  @Override
  public List<Figure> measure(PrintWriter table) {
    table.println("solving " + rows.size() + " rows in 3-D, one to two minutes each ...");
    table.flush();
    List<Figure> figures = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(rows.size())) {
      List<Future<Solved>> solutions =
          rows.stream().map(row -> threads.submit(() -> solve(row))).toList();
      List<Overlap> overlaps = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        Solved solved = solutions.get(i).get();
        table.printf(
            "  %s solved, %.0f s of processor time%n", name(rows.get(i)), solved.cpuSeconds);
        table.flush();
        overlaps.add(overlap(rows.get(i), solved.result));
      }
      print(table, overlaps, figures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while solving in 3-D", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return figures;
  }

  private Solved solve(CartesianRow.Case row) {
    List<CartesianRow.Result> result = new ArrayList<>();
    Effort effort = Effort.of(() -> result.add(judge.solve(row)));
    return new Solved(result.getFirst(), effort.cpuSeconds());
  }

  private void print(PrintWriter table, List<Overlap> overlaps, List<Figure> figures) {
    Columns columns =
        new Columns(
            table, "row superposed / 3-D", "Dice", "mm3", "mm3 3-D", "half w. mm", "half w. 3-D");
    for (int i = 0; i < overlaps.size(); i++) {
      Overlap overlap = overlaps.get(i);
      String name = name(rows.get(i));
      columns.line(
          name,
          overlap.diceRatio(),
          overlap.rowCubicMillimetres(),
          overlap.judgeCubicMillimetres(),
          overlap.rowHalfMillimetres(),
          overlap.judgeHalfMillimetres());
      double off = Math.abs(overlap.rowHalfMillimetres() - overlap.judgeHalfMillimetres());
      figures.add(Figure.atLeast(name + ", Dice", overlap.diceRatio(), "1", LEAST_DICE));
      figures.add(Figure.atMost(name + ", half width error", off, "mm", WIDTH_LIMIT_MILLIMETRES));
    }
  }

  private static String name(CartesianRow.Case row) {
    return row.sites() + " x " + row.spacingMillimetres() + " mm, " + row.gapSeconds() + " s";
  }

  private static Overlap overlap(CartesianRow.Case row, CartesianRow.Result result) {
    RowRequest request =
        new RowRequest(
            Cases.sites(row.sites(), row.spacingMillimetres()),
            Cases.REFERENCE,
            MOST_WATTS,
            new RowRequest.Pause(Double.POSITIVE_INFINITY, row.gapSeconds()),
            COOL_SECONDS);
    ReducedModel model = new ReducedModel(Cases.basis(), Cases.reference());
    RowDamage damage = new RowDamage(model, Cases.DREZ, request, VOXEL_MILLIMETRES);
    new RowHeat(model, Cases.DREZ, request, damage).run();
    double middle = row.spacingMillimetres() * (row.sites() - 1) / 2;
    DamageMap map = result.damage();
    return Overlap.of(damage, map, Cases.DREZ.bareMillimetres(), middle);
  }
}
