package lissauer.controller.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lissauer.controller.bench.FaultBenchmark;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.controller.drill.Drill;
import lissauer.controller.drill.DrillFiles;
import lissauer.controller.drill.Ordeal;
import lissauer.controller.loop.Protocol;
import lissauer.controller.safety.HazardAnalysis;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.VirtualRigs;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Puts together what {@code lissauer bench faults} measures. */
record FaultBench(Modules modules, ConfigOption config) {
  private static final int SEEDS = 100;
  private static final int FEW_SEEDS = 4;
  private static final int SOUND_ROWS_A_SEED = 3;
  private static final List<String> DRILLS = List.of("fault-drill", "fault-drill-caudalis");

  /** On every seed, or on few. */
  Benchmark of(boolean whole, @Nullable Integer seeds) {
    Optional<VirtualRigs> rigs = modules.virtualRigs();
    if (rigs.isEmpty()) {
      return _ -> {
        throw new IllegalStateException("faults needs the simulator, which is not installed");
      };
    }
    int count = seeds != null ? seeds : whole ? SEEDS : FEW_SEEDS;
    return new FaultBenchmark(
        new Drill(rigs.get(), files()),
        Ordeal.all(HazardAnalysis.shipped().hazards(), config.open().names("faults")),
        DRILLS,
        whole ? soundPlans() : DRILLS,
        count,
        SOUND_ROWS_A_SEED * count);
  }

  /** The plans that come along, and between them short rows on as many rigs again. */
  private List<String> soundPlans() {
    return config.open().names("plans").stream()
        .flatMap(plan -> List.of(plan, DRILLS.getFirst(), DRILLS.getLast()).stream())
        .toList();
  }

  /** Each file is read anew for each row, so that rows on several threads share nothing. */
  private DrillFiles files() {
    return new DrillFiles() {
      @Override
      public Settings rig(Map<String, String> overrides, Problems problems) {
        return config
            .open()
            .open("rigs", "simulated", overrides, new Place("drill", 0, 0), problems);
      }

      @Override
      public Protocol protocol(String plan) {
        Problems problems = new Problems();
        ConfigFolder folder = config.open();
        Protocol protocol = new ProtocolReader(folder).read(plan, problems);
        problems.throwIfAny();
        return protocol;
      }
    };
  }
}
