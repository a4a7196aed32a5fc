package lissauer.controller.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ConsoleFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.Protocol;
import lissauer.controller.loop.StopSwitch;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lissauer run}: makes one row. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Makes a row of lesions and leaves a record of it.",
    footer = {
      "",
      "Exit codes: 0 row done as planned, 1 trip or row not as planned, 2 bad usage or configuration, 3 device missing."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;
  @Mixin private StateOption state;

  @Option(
      names = "--rig",
      defaultValue = "simulated",
      paramLabel = "RIG",
      description = "File in config/rigs, or a path (default: ${DEFAULT-VALUE}).")
  private String rig;

  @Option(
      names = "--plan",
      defaultValue = "nashold-spinal",
      paramLabel = "PLAN",
      description = "File in config/plans, or a path (default: ${DEFAULT-VALUE}).")
  private String plan;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description =
          "Simulated seconds per second, 0.01 to 1000, or max (default in the simulator).")
  private @Nullable String speed;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything random in the simulator.")
  private @Nullable String seed;

  @Option(
      names = "--faults",
      paramLabel = "SCRIPT",
      description = "Plays a fault script of config/faults, or a path, on a simulated rig.")
  private @Nullable String faults;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Puts a value over that of the rig file; may be given again.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the record (default: runs/<UTC time>-<plan>).")
  private @Nullable Path out;

  @Option(
      names = "--broker",
      paramLabel = "URL",
      description = {
        "MQTT broker that is told everything, mqtt://HOST:PORT on this computer or mqtts://HOST:PORT",
        "(default: telemetry.broker of the rig file, else one that is started on loopback)."
      })
  private @Nullable String broker;

  @Option(names = "--no-telemetry", description = "Tells no broker anything.")
  private boolean noTelemetry;

  @Option(names = "--json", description = "Prints events as JSON Lines.")
  private boolean json;

  @Option(
      names = "--wait",
      description = {
        "After a trip stays, with RF off, until it is acknowledged: \"ack TRIP\" and Enter, or over MQTT.",
        "Then the self test is made again and the row goes on, after a site that was heated with the next."
      })
  private boolean wait;

  @Option(names = "--no-report", description = "Leaves the journal alone, without its report.")
  private boolean noReport;

  @Override
  public Integer call() throws IOException, DeviceException {
    Map<String, String> settings = new LinkedHashMap<>(overrides);
    put(settings, "speed", speed);
    put(settings, "seed", seed);
    put(settings, "faults", faults);
    put(settings, "telemetry.broker", broker);
    ConfigFolder folder = config.open();
    Problems problems = new Problems();
    Protocol protocol = new ProtocolReader(folder).read(plan, problems);
    RigOpener.RigFile file = RigOpener.read(folder, rig, settings, protocol.electrode(), problems);
    if (!file.rig().outlivesUs()) {
      return run(folder, protocol, file, settings, Optional.empty());
    }
    try (RigLatch latch = state.take(rig, overrides)) {
      Optional<RigLatch.Latched> left = latch.left();
      if (left.isPresent()) {
        RunText.latched(rig, left.get()).forEach(spec.commandLine().getErr()::println);
        return ExitCode.INCOMPLETE;
      }
      return run(folder, protocol, file, settings, Optional.of(latch));
    }
  }

  private int run(
      ConfigFolder folder,
      Protocol protocol,
      RigOpener.RigFile file,
      Map<String, String> settings,
      Optional<RigLatch> latch)
      throws IOException, DeviceException {
    RunFolder record = RunFolder.create(out, protocol.plan().name());
    Rig bench = file.rig().open();
    Progress progress = Progress.choose(json, spec.commandLine().getOut(), protocol.plan(), bench);
    var header = record.header(bench, folder.hashes(), settings, protocol);
    Optional<ReportFile> report =
        noReport
            ? Optional.empty()
            : Optional.of(new ReportFile(Modules.installed(), new ConsoleFolder(folder)));
    try (OperatorPrompt operator =
        OperatorPrompt.of(bench, protocol.plan(), System.in, spec.commandLine().getErr(), wait)) {
      Acknowledgement acknowledgement = acknowledgement(operator);
      LookCommands look = look(folder, settings);
      Function<StopSwitch, Optional<Broadcast>> broadcast =
          stop ->
              noTelemetry
                  ? Optional.empty()
                  : Optional.of(
                      Broadcast.start(
                          header, file.telemetry(), look, record.started(), stop, acknowledgement));
      return new Session(
              bench, protocol, record, header, progress, report, acknowledgement, latch, broadcast)
          .run();
    }
  }

  private LookCommands look(ConfigFolder folder, Map<String, String> settings) {
    Place typed = new Place("--rig", 0, 0);
    return new LookCommands(
        folder.open("rigs", rig, settings, typed, new Problems()),
        rig,
        Optional.ofNullable(broker),
        config.typed());
  }

  private Acknowledgement acknowledgement(OperatorPrompt operator) {
    if (operator.listens()) {
      return operator.acknowledgement();
    }
    return wait ? TypedAcknowledgement.from(System.in) : Acknowledgement.never();
  }

  private static void put(Map<String, String> settings, String key, @Nullable String value) {
    if (value != null) {
      settings.put(key, value);
    }
  }
}
