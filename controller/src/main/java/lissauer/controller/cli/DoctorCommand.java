package lissauer.controller.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.controller.doctor.ClockCheck;
import lissauer.controller.doctor.DiskCheck;
import lissauer.controller.doctor.JavaCheck;
import lissauer.controller.doctor.JitterCheck;
import lissauer.controller.loop.Protocol;
import lissauer.hal.Finding;
import lissauer.hal.Finding.State;
import lissauer.hal.UnopenedRig;
import lissauer.hal.settings.ConfigException;
import lissauer.hal.settings.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lissauer doctor}: everything that can be looked at before heat. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at configuration, computer and devices, and says what is wrong and how to mend it.",
      "Never heats, moves nothing, closes no relay."
    },
    footer = {
      "",
      "Exit codes: 0 nothing is wrong, 1 something is, 2 bad usage or configuration, 3 a device is missing."
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;

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
      description = "Whose electrode's caps are tried (default: ${DEFAULT-VALUE}).")
  private String plan;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Puts a value over that of the rig file; may be given again.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Folder that records will go to (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "3",
      description =
          "How long to watch the loop's jitter, 0.1 to 600 s (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(names = "--json", description = "Prints each finding as a line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (!(seconds >= 0.1 && seconds <= 600)) {
      throw new picocli.CommandLine.ParameterException(
          spec.commandLine(), "--seconds is " + seconds + "; allowed 0.1 to 600 s");
    }
    DoctorText text = new DoctorText(spec.commandLine().getOut(), json);
    ConfigFolder folder = config.open();
    int before = text.count(State.FAIL);
    tell(text, PlanFiles.findings(folder));
    Optional<Protocol> protocol = read(text, () -> protocol(folder));
    Optional<UnopenedRig> unopened =
        protocol.flatMap(found -> read(text, () -> rig(folder, found)));
    boolean configured = text.count(State.FAIL) == before;
    tell(text, JavaCheck.findings());
    tell(text, ClockCheck.findings());
    tell(text, DiskCheck.of(out));
    protocol.ifPresent(found ->
        tell(
            text,
            JitterCheck.findings(found.tickNanos(), found.limits().tickGapSeconds(), seconds)));
    unopened.ifPresent(found -> found.examine(text::tell));
    int code = code(text, configured);
    text.end(code);
    return code;
  }

  private static int code(DoctorText text, boolean configured) {
    if (!configured) {
      return ExitCode.USAGE;
    }
    if (text.count(State.MISSING) > 0) {
      return ExitCode.DEVICE;
    }
    return text.count(State.FAIL) > 0 ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }

  private interface Reading<T> {
    T read();
  }

  /** What is wrong in a file is a finding like any other, and keeps nobody from looking on. */
  private static <T> Optional<T> read(DoctorText text, Reading<T> reading) {
    try {
      return Optional.of(reading.read());
    } catch (ConfigException e) {
      tell(text, PlanFiles.wrong(e));
      return Optional.empty();
    }
  }

  private Protocol protocol(ConfigFolder folder) {
    Problems problems = new Problems();
    Protocol protocol = new ProtocolReader(folder).read(plan, problems);
    problems.throwIfAny();
    return protocol;
  }

  private UnopenedRig rig(ConfigFolder folder, Protocol protocol) {
    return RigOpener.read(folder, rig, overrides, protocol.electrode(), new Problems()).rig();
  }

  private static void tell(DoctorText text, List<Finding> findings) {
    findings.forEach(text::tell);
  }
}
