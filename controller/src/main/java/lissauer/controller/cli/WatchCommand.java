package lissauer.controller.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import lissauer.controller.broker.EmbeddedBroker;
import lissauer.controller.telemetry.BrokerAddress;
import lissauer.controller.telemetry.TelemetrySettings;
import lissauer.controller.telemetry.Watcher;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Secrets;
import lissauer.hal.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lissauer watch}: shows what rigs tell a broker, and can change nothing. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Shows live what rigs tell a broker. Ctrl-C ends it; the rigs do not notice.")
final class WatchCommand implements Callable<Integer> {
  private static final long REDRAW_MILLIS = 200;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;

  @Parameters(
      arity = "0..1",
      paramLabel = "BROKER",
      description =
          "mqtt://HOST:PORT or mqtts://HOST:PORT (default: the one that lissauer run starts).")
  private @Nullable String broker;

  @Option(
      names = "--as",
      paramLabel = "RIG",
      description =
          "Takes broker, user and certificates from section telemetry of this rig file; BROKER goes before its broker.")
  private @Nullable String rigFile;

  @Option(
      names = "--only",
      defaultValue = "+/+",
      paramLabel = "LAB/RIG",
      description = "Which rig; + stands for any (default: ${DEFAULT-VALUE}).")
  private String only;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Ends after so long, 1 to 1000000 s.")
  private @Nullable Integer seconds;

  @Override
  public Integer call() {
    if (!only.matches("[A-Za-z0-9_.+-]+/[A-Za-z0-9_.+-]+")) {
      throw usage("--only is \"" + only + "\"; expected LAB/RIG, as bench/simulated or +/+");
    }
    if (seconds != null && !(seconds >= 1 && seconds <= 1_000_000)) {
      throw usage("--seconds is " + seconds + "; allowed 1 to 1000000 s");
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    try (Watcher watcher = new Watcher(settings(), only)) {
      long endNanos =
          seconds == null ? Long.MAX_VALUE : System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      int drawn = 0;
      String said = "";
      while (System.nanoTime() < endNanos) {
        TimeUnit.MILLISECONDS.sleep(REDRAW_MILLIS);
        List<String> news = watcher.news();
        if (terminal) {
          drawn = draw(out, watcher, drawn);
        } else {
          news.forEach(out::println);
          if (!watcher.trouble().equals(said)) {
            said = watcher.trouble();
            out.println(said.isEmpty() ? "connected" : said);
          }
        }
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }

  private static int draw(PrintWriter out, Watcher watcher, int drawn) {
    List<String> lines = watcher.picture();
    if (!watcher.trouble().isEmpty()) {
      lines.add(watcher.trouble());
    } else if (lines.isEmpty()) {
      lines.add("no rig has said anything yet");
    }
    StringBuilder screen = new StringBuilder();
    if (drawn > 0) {
      screen.append("\033[").append(drawn).append('A');
    }
    lines.forEach(line -> screen.append("\r\033[2K").append(line).append('\n'));
    screen.append("\033[J");
    out.print(screen);
    return lines.size();
  }

  private TelemetrySettings settings() {
    Problems problems = new Problems();
    if (rigFile != null) {
      Map<String, String> typed = broker == null ? Map.of() : Map.of("telemetry.broker", broker);
      Settings file = config.open().open("rigs", rigFile, typed, new Place("--as", 0, 0), problems);
      problems.throwIfAny();
      Optional<TelemetrySettings> settings = TelemetrySettings.read(file, System::getenv);
      problems.throwIfAny();
      return settings
          .filter(TelemetrySettings::named)
          .orElseThrow(() ->
              usage("--as " + rigFile + ": this rig file names no broker (telemetry.broker)"));
    }
    String url = broker;
    if (url == null) {
      return TelemetrySettings.loopback(EmbeddedBroker.USUAL_PORT, () -> {});
    }
    return BrokerAddress.parse(url)
        .map(TelemetrySettings::open)
        .orElseThrow(() ->
            usage(
                "\""
                    + Secrets.masked(url)
                    + "\" is no broker; expected mqtt://HOST:PORT or mqtts://HOST:PORT"));
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
