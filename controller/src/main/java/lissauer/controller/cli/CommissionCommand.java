package lissauer.controller.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import lissauer.controller.commission.Aborted;
import lissauer.controller.commission.StepResult;
import lissauer.controller.commission.StopStep;
import lissauer.controller.commission.SwitchStep;
import lissauer.controller.commission.ThermocoupleStep;
import lissauer.controller.commission.Walk;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.Protocol;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import lissauer.hal.UnopenedRig;
import lissauer.hal.settings.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lissauer commission}: shows by hand that a bench does what it must, and records it. */
@Command(
    name = "commission",
    mixinStandardHelpOptions = true,
    description = {
      "Walks through a bench before its first row: thermocouple in air and hand, STOP drops the relay, each switch",
      "toggled, a little power into a dummy load. Recorded in commission.jsonl. Only the last step energises."
    },
    footer = {
      "",
      "Answers are lines: Enter goes on, s skips a step, q or the end of the input ends it with RF off.",
      "Exit codes: 0 every step shown, 1 one was not, 2 bad usage or configuration, 3 a device is missing."
    })
final class CommissionCommand implements Callable<Integer> {
  private static final List<String> STEPS =
      List.of(
          ThermocoupleStep.NAME,
          StopStep.NAME,
          SwitchStep.INTERLOCK.name(),
          SwitchStep.FOOTSWITCH.name(),
          LoadTrial.NAME);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;
  @Mixin private StateOption state;

  @Option(
      names = "--rig",
      required = true,
      paramLabel = "RIG",
      description = "File in config/rigs, or a path.")
  private String rig;

  @Option(
      names = "--plan",
      defaultValue = "nashold-spinal",
      paramLabel = "PLAN",
      description = "Whose electrode and limits hold (default: ${DEFAULT-VALUE}).")
  private String plan;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Puts a value over that of the rig file; may be given again.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the record (default: runs/<UTC time>-commission).")
  private @Nullable Path out;

  @Option(
      names = "--who",
      paramLabel = "NAME",
      description = "Who does this, for the record (default: the user's name).")
  private String who = System.getProperty("user.name");

  @Option(
      names = "--without",
      paramLabel = "STEP",
      split = ",",
      description = "A step that this bench has nothing for, as footswitch; may be given again.")
  private List<String> without = List.of();

  @Option(
      names = "--watts",
      paramLabel = "W",
      description = "Power into the dummy load (default and most: 1 W, or the electrode's cap).")
  private @Nullable Double watts;

  @Override
  public Integer call() throws IOException, DeviceException {
    ConfigFolder folder = config.open();
    Problems problems = new Problems();
    Protocol protocol = new ProtocolReader(folder).read(plan, problems);
    UnopenedRig unopened =
        RigOpener.read(folder, rig, overrides, protocol.electrode(), problems).rig();
    double loadWatts = loadWatts(protocol);
    checkSteps();
    if (!unopened.outlivesUs()) {
      return walk(folder, protocol, unopened, loadWatts, Optional.empty());
    }
    try (RigLatch latch = state.take(rig, overrides)) {
      Optional<RigLatch.Latched> left = latch.left();
      if (left.isPresent()) {
        RunText.latched(rig, left.get()).forEach(spec.commandLine().getErr()::println);
        return ExitCode.INCOMPLETE;
      }
      return walk(folder, protocol, unopened, loadWatts, Optional.of(latch));
    }
  }

  private int walk(
      ConfigFolder folder,
      Protocol protocol,
      UnopenedRig unopened,
      double loadWatts,
      Optional<RigLatch> latch)
      throws IOException, DeviceException {
    RunFolder record = RunFolder.create(out, "commission");
    Rig bench = unopened.open();
    LineTalk talk = new LineTalk(System.in, spec.commandLine().getOut());
    Walk walk = new Walk(bench, protocol.tickNanos(), talk);
    Interruption interruption = new Interruption(walk, bench);
    boolean handedOver = false;
    try (CommissionRecord notes =
        new CommissionRecord(record, bench, who, protocol.electrode().name())) {
      talk.say((bench.simulated() ? "SIMULATED " : "") + "rig " + bench.name());
      bench.devices().forEach(talk::say);
      Optional<Double> loadOhms = cold(walk, interruption, notes, talk, loadWatts);
      if (loadOhms.isPresent()) {
        handedOver = true;
        load(
            bench,
            folder,
            protocol,
            record,
            notes,
            new LoadTrial(loadWatts, loadOhms.get(), talk::say),
            latch);
      }
      return ended(notes, talk);
    } finally {
      interruption.close();
      try {
        if (!handedOver) {
          bench.close();
        }
      } finally {
        interruption.recorded();
      }
    }
  }

  /** Everything with RF off; returns the resistor, if power is to go into one. */
  private Optional<Double> cold(
      Walk walk, Interruption interruption, CommissionRecord notes, LineTalk talk, double loadWatts)
      throws IOException, DeviceException {
    try (interruption) {
      step(notes, walk, ThermocoupleStep.NAME, ThermocoupleStep::run);
      step(notes, walk, StopStep.NAME, StopStep::run);
      step(notes, walk, SwitchStep.INTERLOCK.name(), SwitchStep.INTERLOCK::run);
      step(notes, walk, SwitchStep.FOOTSWITCH.name(), SwitchStep.FOOTSWITCH::run);
      if (without.contains(LoadTrial.NAME)) {
        notes.add(StepResult.leftOut(LoadTrial.NAME));
        return Optional.empty();
      }
      return resistor(notes, walk, loadWatts);
    } catch (Aborted e) {
      talk.say("aborted: " + e.getMessage() + "; RF is off");
      notes.end("aborted");
      return Optional.empty();
    }
  }

  private void step(CommissionRecord notes, Walk walk, String name, Walk.Step step)
      throws IOException, DeviceException, Aborted {
    walk.say("-- " + name);
    StepResult result = without.contains(name) ? StepResult.leftOut(name) : walk.take(name, step);
    notes.add(result);
    tell(walk::say, result);
  }

  private static Optional<Double> resistor(CommissionRecord notes, Walk walk, double loadWatts)
      throws IOException, DeviceException, Aborted {
    walk.say("-- " + LoadTrial.NAME);
    double[] ohms = {Double.NaN};
    StepResult asked =
        walk.take(
            LoadTrial.NAME,
            with -> {
              ohms[0] =
                  with.askNumber(
                      "RF, %.3f W for 3 s. Put a resistor in the place of the electrode, leave the tip in air. How many Ω? (s skips)"
                          .formatted(loadWatts),
                      10,
                      100_000,
                      "Ω");
              return new StepResult(
                  LoadTrial.NAME, StepResult.Verdict.SKIPPED, Map.of(), "no resistor was named");
            });
    if (Double.isNaN(ohms[0])) {
      notes.add(asked);
      tell(walk::say, asked);
      return Optional.empty();
    }
    return Optional.of(ohms[0]);
  }

  /** As a row is run: with its gate, its lease, its record and its way to end on a signal. */
  private void load(
      Rig bench,
      ConfigFolder folder,
      Protocol row,
      RunFolder record,
      CommissionRecord notes,
      LoadTrial trial,
      Optional<RigLatch> latch)
      throws IOException, DeviceException {
    Protocol protocol = trial.protocol(row);
    var header = record.header(bench, folder.hashes(), overrides, protocol);
    int _ =
        new Session(
                LoadTrial.standing(bench),
                protocol,
                record,
                header,
                trial,
                Optional.empty(),
                Acknowledgement.never(),
                latch,
                _ -> Optional.empty())
            .run();
    notes.add(trial.result());
    tell(spec.commandLine().getOut()::println, trial.result());
  }

  private int ended(CommissionRecord notes, LineTalk talk) throws IOException {
    boolean aborted = notes.ended();
    boolean whole = notes.whole() && !aborted;
    if (!aborted) {
      notes.end(whole ? "commissioned" : "incomplete");
    }
    talk.say(
        (whole ? "COMMISSIONED" : "NOT COMMISSIONED")
            + (without.isEmpty() ? "" : ", without " + String.join(", ", without))
            + "; record: "
            + notes.file());
    talk.say("head: " + notes.head());
    return whole ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static void tell(java.util.function.Consumer<String> to, StepResult result) {
    to.accept(
        CommissionRecord.word(result.verdict())
            + (result.note().isEmpty() ? "" : ": " + result.note())
            + (result.measured().isEmpty() ? "" : " " + result.measured()));
  }

  private double loadWatts(Protocol protocol) {
    double most = LoadTrial.mostWatts(protocol.electrode());
    double wanted = watts == null ? most : watts;
    if (!(wanted >= 0.01 && wanted <= most)) {
      throw new ParameterException(
          spec.commandLine(), "--watts is " + wanted + "; allowed 0.01 to " + most + " W");
    }
    return wanted;
  }

  private void checkSteps() {
    Set<String> unknown = new TreeSet<>(without);
    unknown.removeAll(STEPS);
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--without: no step " + unknown + "; there are " + String.join(", ", STEPS));
    }
  }
}
