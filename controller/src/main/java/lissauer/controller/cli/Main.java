package lissauer.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import lissauer.controller.config.ConsoleFolder;
import lissauer.hal.DeviceException;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.settings.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point. Exit codes: 0 done, 1 trip or incomplete, 2 usage or configuration, 3 device. */
@Command(
    name = "lissauer",
    description =
        "Service of a radiofrequency generator for rows of small heat lesions, for bench and lab.",
    footer = {"", "Not a medical device. For bench and lab use only."},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      WatchCommand.class,
      AcknowledgeCommand.class,
      DoctorCommand.class,
      CommissionCommand.class,
      ReplayCommand.class,
      VerifyCommand.class,
      ExportCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      PlansCommand.class,
      PlanCommand.class,
      VersionCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command and returns its exit code. */
  static int run(String... arguments) {
    return run(Modules.installed(), arguments);
  }

  /** As above, with these modules beside the service. */
  static int run(Modules modules, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    ConsoleFiles files = new ConsoleFolder(ConfigOption.shipped());
    BenchCommand.addTo(line, modules, files);
    line.addSubcommand(new CalibrateCommand(modules));
    modules.addTo(line, files);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((e, command, _) -> explain(e, command));
    line.setParameterExceptionHandler((e, _) -> refuse(e));
    line.setUsageHelpAutoWidth(true);
    return arguments.length == 0 ? usage(line) : line.execute(arguments);
  }

  private static int usage(CommandLine line) {
    line.usage(line.getOut());
    return ExitCode.USAGE;
  }

  private static int explain(Exception e, CommandLine command) throws Exception {
    PrintWriter err = command.getErr();
    return switch (e) {
      case ConfigException config -> tell(err, config.getMessage(), ExitCode.USAGE);
      case DeviceException device ->
          tell(err, device.device() + ": " + device.getMessage(), ExitCode.DEVICE);
      case IOException io -> tell(err, io.getMessage(), ExitCode.USAGE);
      default -> throw e;
    };
  }

  /** What is wrong and where to read on, without the whole usage in which it would drown. */
  private static int refuse(CommandLine.ParameterException e) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static int tell(PrintWriter err, @Nullable String message, int code) {
    err.println(message);
    return code;
  }
}
