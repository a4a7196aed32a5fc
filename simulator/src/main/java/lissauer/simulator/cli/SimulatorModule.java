package lissauer.simulator.cli;

import java.util.Map;
import java.util.Optional;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.ConsoleModule;
import lissauer.hal.console.CoverageMap;
import lissauer.hal.console.PlannedRow;
import lissauer.hal.console.VirtualRigs;
import lissauer.hal.console.VirtualTips;
import lissauer.hal.settings.Problems;
import lissauer.simulator.SimulatedRigs;
import lissauer.simulator.bench.SimulatorBenchmark;
import lissauer.simulator.device.ExchangeBenchmark;
import lissauer.simulator.tissue.ModelledTips;
import lissauer.simulator.tissue.ReducedLibrary;

/** Brings the commands that compute lesions and rows. */
public final class SimulatorModule implements ConsoleModule {
  private static final String REPORT_TISSUE = "cord";

  @Override
  public Map<String, Object> commands(ConsoleFiles files) {
    return Map.of(
        "simulate", new SimulateCommand(files),
        "devices", new DevicesCommand(files),
        "reduce", new ReduceCommand(files),
        "plan coverage", new CoverageCommand(files));
  }

  @Override
  public Optional<CoverageMap> coverage(PlannedRow row, ConsoleFiles files) {
    Problems problems = new Problems();
    CoverageReader reader = new CoverageReader(files, Map.of(), problems, _ -> {});
    CoverageCase made = reader.read(row, REPORT_TISSUE, "none", "box");
    problems.throwIfAny();
    return Optional.of(made.map());
  }

  @Override
  public Map<String, Benchmark> benchmarks(ConsoleFiles files) {
    return Map.of(
        "simulator", SimulatorBenchmark.full(),
        "simulator-quick", SimulatorBenchmark.quick(),
        "exchange", new ExchangeBenchmark(files));
  }

  @Override
  public Optional<VirtualTips> virtualTips() {
    return Optional.of(tips());
  }

  @Override
  public Optional<VirtualRigs> virtualRigs() {
    return Optional.of(new SimulatedRigs(tips()));
  }

  private static VirtualTips tips() {
    return new ModelledTips(
        new ReducedLibrary(
            ReducedLibrary.userCache(System.getenv(), System.getProperty("user.home")),
            line -> System.err.println("lissauer: " + line)));
  }
}
