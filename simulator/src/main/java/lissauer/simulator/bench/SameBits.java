package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.simulator.row.RowDamage;
import lissauer.simulator.row.RowHeat;
import lissauer.simulator.row.RowRequest;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.FieldSnapshot;
import lissauer.simulator.tissue.FullModel;
import lissauer.simulator.tissue.LesionRun;
import lissauer.simulator.tissue.ReducedModel;
import lissauer.simulator.tissue.Resolution;

/** Whether the same gives the same bits: a row on one thread and on four, a full lesion twice. */
final class SameBits implements Benchmark {
  private static final int SEVERAL = 4;

  private final RowRequest row;
  private final double holdSeconds;

  SameBits(RowRequest row, double holdSeconds) {
    this.row = row;
    this.holdSeconds = holdSeconds;
  }

  @Override
  public List<Figure> measure(PrintWriter table) {
    long alone = Cases.onThreads(1, this::rowHash);
    long together = Cases.onThreads(SEVERAL, this::rowHash);
    long first = lesionHash();
    long second = lesionHash();
    table.println("same bits: hash of all doses and temperatures");
    table.printf("  row on 1 thread %016x, on %d %016x%n", alone, SEVERAL, together);
    table.printf("  full lesion %016x, again %016x%n", first, second);
    return List.of(
        Figure.atMost("row, threads that change bits", alone == together ? 0 : 1, "1", 0),
        Figure.atMost("full lesion, runs that differ", first == second ? 0 : 1, "1", 0));
  }

  private long rowHash() {
    ReducedModel model = new ReducedModel(Cases.basis(), Cases.reference());
    RowDamage damage = new RowDamage(model, Cases.DREZ, row, 0.1);
    new RowHeat(model, Cases.DREZ, row, damage).run();
    long hash = 0;
    for (DamageLaw law : DamageLaw.values()) {
      hash = hash(hash, damage.of(law));
    }
    return hash;
  }

  private long lesionHash() {
    FullModel model =
        new FullModel(Cases.DREZ, Cases.reference(), Contact.FULL, Resolution.STANDARD);
    new LesionRun(model, new Drive.Clamp(75, 1, holdSeconds, true), holdSeconds).heat().cool();
    FieldSnapshot fields = model.snapshot();
    long hash = hash(hash(0, fields.celsius()), fields.heatShare());
    for (DamageLaw law : DamageLaw.values()) {
      hash = hash(hash, fields.damage().getOrDefault(law, new double[0]));
    }
    return hash;
  }

  private static long hash(long before, double[] values) {
    return Arrays.stream(values)
        .mapToLong(Double::doubleToRawLongBits)
        .reduce(before, (hash, bits) -> Long.rotateLeft(hash, 5) * 0x9E3779B97F4A7C15L ^ bits);
  }
}
