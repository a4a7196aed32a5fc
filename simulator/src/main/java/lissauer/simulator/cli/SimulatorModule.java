package lissauer.simulator.cli;

import java.util.Map;
import java.util.Optional;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.ConsoleModule;
import lissauer.hal.console.VirtualTips;
import lissauer.simulator.bench.SimulatorBenchmark;
import lissauer.simulator.device.ExchangeBenchmark;
import lissauer.simulator.tissue.ModelledTips;
import lissauer.simulator.tissue.ReducedLibrary;

/** Brings the commands that compute lesions and rows. */
public final class SimulatorModule implements ConsoleModule {
  @Override
  public Map<String, Object> commands(ConsoleFiles files) {
    return Map.of(
        "simulate", new SimulateCommand(files),
        "devices", new DevicesCommand(files),
        "reduce", new ReduceCommand(files),
        "plan coverage", new CoverageCommand(files));
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
    return Optional.of(
        new ModelledTips(
            new ReducedLibrary(
                ReducedLibrary.userCache(System.getenv(), System.getProperty("user.home")),
                line -> System.err.println("lissauer: " + line))));
  }
}
