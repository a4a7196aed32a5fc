package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;

/** What docs/simulator.md claims of the models, measured in one go. */
public final class SimulatorBenchmark implements Benchmark {
  private final List<Benchmark> parts;

  /** Runs these one after another. */
  SimulatorBenchmark(List<Benchmark> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Everything; about five minutes of processor time. */
  public static SimulatorBenchmark full() {
    List<Benchmark> parts = new ArrayList<>(quickParts());
    parts.add(new SameBits(Cases.nashold(5), 15));
    parts.add(AgainstThreeDimensions.standard());
    return new SimulatorBenchmark(parts);
  }

  /** References, published lesions and speed; no row in 3-D. */
  public static SimulatorBenchmark quick() {
    return new SimulatorBenchmark(quickParts());
  }

  private static List<Benchmark> quickParts() {
    return List.of(
        AgainstFiniteElements.standard(),
        new AgainstExperiments(),
        SpeedOfFullModel.standard(),
        SpeedOfReducedModel.standard(),
        AgainstFullModel.standard(),
        SpeedOfRow.standard());
  }

  @Override
  public List<Figure> measure(PrintWriter table) throws DeviceException {
    List<Figure> figures = new ArrayList<>();
    for (Benchmark part : parts) {
      figures.addAll(part.measure(table));
      table.println();
      table.flush();
    }
    return figures;
  }
}
