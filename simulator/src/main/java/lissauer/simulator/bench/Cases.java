package lissauer.simulator.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.simulator.row.RowRequest;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.ReducedBasis;
import lissauer.simulator.tissue.ReducedLibrary;
import lissauer.simulator.tissue.Tissue;

/** Electrodes, tissues and rows that several parts measure. */
final class Cases {
  /** The electrode of the reference solution. */
  static final TipGeometry DREZ = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);

  static final double CONDUCTION = 0.51;
  static final double CAPACITY = 3.90225e6;

  /** Half height of the tip. */
  static final double MIDDLE_MILLIMETRES = 1;

  /** The reference lesion: 75 °C for 15 s after a raised-cosine ramp of 1 s. */
  static final Drive.Clamp REFERENCE = new Drive.Clamp(75, 1, 15, true);

  private Cases() {}

  /** The tissue of the reference solution, or one like it; no boiling. */
  static Tissue tissue(double conduction, double capacity, double perfusion) {
    return new Tissue(37, 0.15, 0.02, 0, conduction, capacity, perfusion, false, 0);
  }

  static Tissue reference() {
    return tissue(CONDUCTION, CAPACITY, 0);
  }

  /** The reduced model of {@link #DREZ} that comes with the program. */
  static ReducedBasis basis() {
    return new ReducedLibrary(Path.of("none"), _ -> {})
        .shipped(DREZ)
        .orElseThrow(() -> new IllegalStateException("the program comes without a reduced model"));
  }

  /** Sites with the whole tip in the cord. */
  static List<TipPosition> sites(int count, double spacing) {
    return IntStream.range(0, count)
        .mapToObj(site -> new TipPosition(site * spacing, DREZ.bareMillimetres()))
        .toList();
  }

  /** Nashold's row: 75 °C for 15 s, straight ramp of 5 s, on below 45 °C. */
  static RowRequest nashold(int count) {
    return new RowRequest(
        sites(count, 1), new Drive.Clamp(75, 5, 15, false), 0.6, new RowRequest.Pause(45, 0), 30);
  }

  /** Does something with parallel streams on so many threads. */
  static <T> T onThreads(int threads, Supplier<T> work) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(work::get).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
