package lissauer.controller.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lissauer.controller.bench.ControlBenchmark;
import lissauer.controller.bench.LoopBenchmark;
import lissauer.controller.bench.TelemetryBenchmark;
import lissauer.controller.campaign.Contender;
import lissauer.controller.campaign.ProbedLaw;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ConsoleFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.controller.loop.Protocol;
import lissauer.controller.record.SiteJson;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.Figure;
import lissauer.hal.console.VirtualTips;
import lissauer.hal.settings.DidYouMean;
import lissauer.hal.settings.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code lissauer bench}: measures what this software claims. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures and prints one line a figure: name: value unit (limit).",
      "Exit code 1 when a figure is beyond its limit."
    })
final class BenchCommand implements Callable<Integer> {
  private static final String LOOP = "loop";
  private static final String CONTROL = "control";
  private static final String CONTROL_QUICK = "control-quick";
  private static final String CONTROL_FULL = "control-full";
  private static final String TELEMETRY = "telemetry";
  private static final String FAULTS = "faults";
  private static final String FAULTS_QUICK = "faults-quick";
  private static final List<String> OWN =
      List.of(LOOP, CONTROL, CONTROL_QUICK, CONTROL_FULL, FAULTS, FAULTS_QUICK, TELEMETRY);
  private static final int SEEDS = 1000;
  private static final int FEW_SEEDS = 100;
  private static final int MOST_SEEDS = 100_000;
  private static final String PLAN = "nashold-spinal";

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;

  private final Modules modules;

  @Parameters(paramLabel = "NAME", description = "Which benchmark.")
  private String name;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      paramLabel = "S",
      description =
          "loop, telemetry: time at real-time speed, 1 to 3600 s (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = {
        "control: virtual plants for our law, 1 to 100000; a tenth for each peer",
        "(default: 1000; control-quick and control-full: 100).",
        "faults: rigs for each hazard, and thrice as many on which nothing breaks",
        "(default: 100; faults-quick: 4)."
      })
  private @Nullable Integer seeds;

  @Option(
      names = "--picture",
      defaultValue = "bench-control.svg",
      paramLabel = "FILE",
      description = "control: where to put the picture (default: ${DEFAULT-VALUE}).")
  private Path picture;

  @Option(names = "--json", description = "Prints each figure as a line of JSON.")
  private boolean json;

  private BenchCommand(Modules modules) {
    this.modules = modules;
  }

  /** Adds the command, which lists what there is to measure. */
  static void addTo(CommandLine line, Modules modules, ConsoleFiles files) {
    CommandLine bench = new CommandLine(new BenchCommand(modules));
    String names = String.join(", ", modules.benchmarks(files).keySet());
    bench
        .getCommandSpec()
        .usageMessage()
        .footer(
            "",
            "Benchmarks: loop (cost, allocation and lateness of the tick), control (our law and",
            "its peers on seeded virtual plants; control-quick on few, control-full on the full",
            "tissue model), faults (every hazard on seeded rigs; faults-quick on few),",
            "telemetry (its cost, and lateness beside a broker that hangs)"
                + (names.isEmpty() ? "" : ", " + names)
                + ".");
    line.addSubcommand(bench);
  }

  @Override
  public Integer call() throws DeviceException {
    if (!(seconds >= 1 && seconds <= 3600)) {
      throw usage("--seconds is " + seconds + "; allowed 1 to 3600 s");
    }
    if (seeds != null && !(seeds >= 1 && seeds <= MOST_SEEDS)) {
      throw usage("--seeds is " + seeds + "; allowed 1 to " + MOST_SEEDS);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter table = json ? new PrintWriter(Writer.nullWriter()) : out;
    List<Figure> figures = benchmark().measure(table);
    figures.forEach(figure -> out.println(json ? line(figure) : figure.toString()));
    out.flush();
    List<String> beyond = figures.stream().filter(f -> !f.kept()).map(Figure::name).toList();
    if (!beyond.isEmpty()) {
      spec.commandLine().getErr().println("beyond the limit: " + String.join(", ", beyond));
    }
    return beyond.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private Benchmark benchmark() {
    ConfigFolder folder = config.open();
    if (name.equals(LOOP) || name.equals(TELEMETRY)) {
      return atRealTime(folder);
    }
    if (name.startsWith(FAULTS)) {
      return new FaultBench(modules, config).of(name.equals(FAULTS), seeds);
    }
    if (OWN.contains(name)) {
      return control(folder);
    }
    Map<String, Benchmark> others = modules.benchmarks(new ConsoleFolder(folder));
    Benchmark other = others.get(name);
    if (other == null) {
      List<String> names = new ArrayList<>(OWN);
      names.addAll(others.keySet());
      String hint = DidYouMean.hint(name, names);
      String known = "; there are: " + String.join(", ", names);
      throw usage("no benchmark \"" + name + "\"" + (hint.isEmpty() ? known : hint));
    }
    return other;
  }

  private Benchmark atRealTime(ConfigFolder folder) {
    Problems problems = new Problems();
    Protocol protocol = new ProtocolReader(folder).read(PLAN, problems);
    LoopBenchmark.RigAtSpeed rigs =
        speed ->
            RigOpener.read(
                    folder, "simulated", Map.of("speed", speed), protocol.electrode(), problems)
                .rig()
                .open();
    return name.equals(LOOP)
        ? new LoopBenchmark(protocol, rigs, seconds)
        : new TelemetryBenchmark(protocol, rigs, seconds);
  }

  private Benchmark control(ConfigFolder folder) {
    VirtualTips tips =
        modules
            .virtualTips()
            .orElseThrow(() -> usage(name + " needs the simulator, which is not installed"));
    Problems problems = new Problems();
    Protocol protocol = new ProtocolReader(folder).read(PLAN, problems);
    problems.throwIfAny();
    Electrode electrode = protocol.electrode();
    Contender ours = new ProbedLaw(protocol.ladder());
    if (name.equals(CONTROL_FULL)) {
      int few = seeds == null ? FEW_SEEDS : seeds;
      return ControlBenchmark.full(tips, electrode, ours, few, picture);
    }
    int usual = name.equals(CONTROL) ? SEEDS : FEW_SEEDS;
    return ControlBenchmark.reduced(tips, electrode, ours, seeds == null ? usual : seeds, picture);
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private static String line(Figure figure) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", figure.name());
    values.put("value", SiteJson.finite(figure.value()));
    values.put("unit", figure.unit());
    values.put("least", SiteJson.finite(figure.least()));
    values.put("most", SiteJson.finite(figure.most()));
    values.put("kept", figure.kept());
    return JsonMapper.shared().writeValueAsString(values);
  }
}
