package lissauer.simulator.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lissauer.hal.Electrode;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.lab.LabSection;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problem;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.simulator.LiveBench;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedClock;
import lissauer.simulator.SimulatedRigProvider;
import lissauer.simulator.device.DeviceLog;
import lissauer.simulator.device.DeviceRack;
import lissauer.simulator.device.EmulatedBench;
import lissauer.simulator.device.EmulatedDevice;
import lissauer.simulator.fault.FaultScript;
import lissauer.simulator.fault.ScriptedFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lissauer devices}: the devices of a lab rig, emulated on real wires. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Emulates the devices of a lab rig on real wires, around one simulated tip, in real time.",
      "Prints a line a device, and runs until it is stopped. Takes lines like \"front-end interlock open\","
          + " which do what a hand at the bench would: interlock open|closed, footswitch down|up,"
          + " return path lost|good, tip warmed|released, reset, unplug, plug."
    },
    footer = {"", "Exit codes: 0 stopped, 2 bad usage or configuration, 3 a wire cannot be made."})
final class DevicesCommand implements Callable<Integer> {
  private static final int MISSING = 3;

  private final ConsoleFiles files;
  @Spec private CommandSpec spec;

  @Option(
      names = "--rig",
      defaultValue = "wired",
      paramLabel = "RIG",
      description = "A rig of kind lab, or a path (default: ${DEFAULT-VALUE}).")
  private String rig;

  @Option(
      names = "--electrode",
      defaultValue = "drez-spinal",
      paramLabel = "E",
      description = "The electrode that is plugged in (default: ${DEFAULT-VALUE}).")
  private String electrode;

  @Option(
      names = "--link",
      paramLabel = "DIR",
      description = "Folder for links that keep their names: DIR/front-end and so on.")
  private @Nullable Path link;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "What each device saw and did, JSON Lines (default: DIR/devices.jsonl).")
  private @Nullable Path log;

  @Option(
      names = "--misbehave",
      paramLabel = "DEVICE=WHAT@FROM+FOR",
      description =
          "late, corrupt, partial, duplicated, stuck, silent or unplugged, in seconds after the start;"
              + " may be given again.")
  private List<String> misbehaviours = new ArrayList<>();

  @Option(
      names = "--faults",
      paramLabel = "SCRIPT",
      description =
          "Plays a fault script of config/faults, or a path, on the things behind the wires.")
  private @Nullable String faults;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Puts a value over that of the rig file; may be given again.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Folder with the configuration (default: the one that came along).")
  private @Nullable Path config;

  DevicesCommand(ConsoleFiles files) {
    this.files = files;
  }

  @Override
  public Integer call() {
    List<Trouble> troubles = troubles();
    ConsoleFiles from = files.at(config);
    Problems problems = new Problems();
    Settings file = from.open("rigs", rig, overrides, new Place("--rig", 0, 0), problems);
    file.choice("kind", List.of("lab"));
    List<LabSection> sections = LabSection.all(file);
    Electrode plugged =
        Electrode.from(
            from.open("electrodes", electrode, Map.of(), new Place("--electrode", 0, 0), problems));
    SimulatedBench.Setup setup =
        scripted(
            SimulatedRigProvider.bench(file.file("emulated", "rigs"), plugged), from, problems);
    problems.throwIfAny();
    try (DeviceLog notes = log()) {
      serve(setup, sections, notes, troubles);
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println("lissauer: " + e.getMessage());
      return MISSING;
    }
  }

  /** Ports are in another process here: what happens to them is for the wires to do. */
  private SimulatedBench.Setup scripted(
      SimulatedBench.Setup setup, ConsoleFiles from, Problems problems) {
    if (faults == null) {
      return setup;
    }
    Place asked = new Place("--faults", 0, 0);
    FaultScript script = FaultScript.from(from.open("faults", faults, Map.of(), asked, problems));
    for (ScriptedFault fault : script.onPorts()) {
      problems.add(
          new Problem(
              asked,
              "",
              "\""
                  + fault.name()
                  + "\" is about what a port says, which on wires is for --misbehave; here can be"
                  + " broken: output_stage, relay, circuit, and a thermocouple that is not off,"
                  + " garbage, wrong or delayed"));
    }
    return setup.with(script);
  }

  private void serve(
      SimulatedBench.Setup setup,
      List<LabSection> sections,
      DeviceLog notes,
      List<Trouble> troubles)
      throws IOException {
    SimulatedBench bench =
        new SimulatedBench(
            setup, new SimulatedClock(Double.POSITIVE_INFINITY), SimulatedBench.library());
    try (LiveBench live = new LiveBench(bench);
        DeviceRack rack = DeviceRack.start(sections, new EmulatedBench(live, notes), link)) {
      live.act(on ->
          on.tellOfFaults(onset ->
              notes.note(
                  live.startNanos() + onset.atNanos(),
                  "bench",
                  "fault",
                  Map.of("what", onset.what()))));
      troubles.forEach(trouble -> trouble.on(device(rack, trouble)));
      PrintWriter out = spec.commandLine().getOut();
      rack.lines().forEach(out::println);
      setup.faults().lines().forEach(out::println);
      out.flush();
      hands(rack);
      untilStopped(rack);
    }
  }

  /** Hands at the bench: a line a deed, as "front-end interlock open". */
  private void hands(DeviceRack rack) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Thread.ofPlatform()
        .daemon()
        .name("hands")
        .start(() -> lines.lines().forEach(line -> hand(rack, line.strip())));
  }

  private void hand(DeviceRack rack, String line) {
    int space = line.indexOf(' ');
    EmulatedDevice device = space < 0 ? null : rack.devices().get(line.substring(0, space));
    boolean done = device != null && device.handle(line.substring(space + 1).strip());
    if (!done && !line.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "\""
                  + line
                  + "\" is nothing that can be done here; expected DEVICE DEED, DEVICE one of "
                  + String.join(", ", rack.devices().keySet())
                  + ", DEED as unplug, plug, interlock open, footswitch down, tip warmed");
    }
  }

  private EmulatedDevice device(DeviceRack rack, Trouble trouble) {
    EmulatedDevice device = rack.devices().get(trouble.device());
    if (device == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--misbehave: no device \""
              + trouble.device()
              + "\"; there is "
              + String.join(", ", rack.devices().keySet()));
    }
    return device;
  }

  private List<Trouble> troubles() {
    try {
      return misbehaviours.stream().map(Trouble::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--misbehave: " + e.getMessage(), e);
    }
  }

  private DeviceLog log() {
    Path file = log != null ? log : link != null ? link.resolve("devices.jsonl") : null;
    try {
      if (file == null) {
        return DeviceLog.none();
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return DeviceLog.in(file);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--log: " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** A signal takes the links away; the process then ends as it would have. */
  private static void untilStopped(DeviceRack rack) {
    Thread onSignal = new Thread(rack::close, "signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Runtime.getRuntime().removeShutdownHook(onSignal);
    }
  }
}
