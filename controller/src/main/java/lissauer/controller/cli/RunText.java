package lissauer.controller.cli;

import com.google.errorprone.annotations.FormatMethod;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Plan;
import lissauer.controller.plan.Program;
import lissauer.controller.record.SiteResult;
import lissauer.controller.safety.Guidance;
import lissauer.controller.safety.HazardAnalysis;
import lissauer.hal.Rig;
import lissauer.hal.TipPosition;
import org.jspecify.annotations.Nullable;

/** What a run says to a person, in words and numbers with units. */
final class RunText {
  private static final int BAR_WIDTH = 40;
  private static final double TRACE_SECONDS = 10;

  private RunText() {}

  /** What is about to happen, and whether it is real. */
  static String title(Plan plan, Rig rig) {
    return (rig.simulated() ? "SIMULATED rig " : "rig ")
        + rig.name()
        + " · plan "
        + plan.name()
        + " · "
        + sites(plan.sites().size())
        + " · "
        + program(plan.program())
        + faults(rig);
  }

  /** Nobody should wonder why such a row goes wrong. */
  private static String faults(Rig rig) {
    return rig.devices().stream()
        .filter(line -> line.startsWith("fault script "))
        .map(line -> " · " + line.split(":", -1)[0])
        .findFirst()
        .orElse("");
  }

  static String program(Program program) {
    return switch (program) {
      case Program.Thermal t ->
          plain(t.setCelsius())
              + " °C for "
              + plain(t.holdSeconds())
              + " s, "
              + (t.rampSeconds() > 0
                  ? "ramp " + plain(t.rampSeconds()) + " s"
                  : "as fast as is safe");
      case Program.ConstantPower c ->
          plain(c.powerWatts())
              + " W for "
              + plain(c.holdSeconds())
              + " s, up to "
              + plain(c.ceilingCelsius())
              + " °C";
      case Program.Pulsed p ->
          plain(p.voltsRms())
              + " V bursts of "
              + plain(p.burstSeconds())
              + " s at "
              + plain(p.rateHertz())
              + " Hz for "
              + plain(p.holdSeconds())
              + " s, up to "
              + plain(p.ceilingCelsius())
              + " °C";
    };
  }

  /** A number as a person writes it: 75, 0.02. */
  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  static String sites(int count) {
    return count == 1 ? "1 site" : count + " sites";
  }

  /** The lines of the live screen. */
  static List<String> status(Tick tick, Plan plan) {
    Phase phase = tick.phase();
    int sites = plan.sites().size();
    int done = doneSites(phase);
    TipPosition at = plan.sites().get(phase.site()).at();
    double seconds = (tick.atNanos() - phase.sinceNanos()) * 1e-9;
    return List.of(
        say("  row    %s %d/%d", bar(done, sites), done, sites),
        say(
            "  site   %d at %.1f mm, depth %.1f mm   %s %.1f s%s",
            phase.site() + 1,
            at.alongMillimetres(),
            at.depthMillimetres(),
            phase.label().toUpperCase(Locale.ROOT),
            seconds,
            outOf(phase, plan.program())),
        say(
            "  tip    %6.2f °C   set point %s",
            tick.inputs().sample().temperature().tipCelsius(),
            Double.isNaN(tick.decision().referenceCelsius())
                ? "none"
                : say("%.2f °C", tick.decision().referenceCelsius())),
        say(
            "  power  %6.3f W    impedance %s",
            tick.inputs().rf().powerWatts(), ohms(tick.inputs().rf().impedanceOhms())));
  }

  private static int doneSites(Phase phase) {
    return phase instanceof Phase.SiteDone || phase instanceof Phase.RowDone
        ? phase.site() + 1
        : phase.site();
  }

  private static String outOf(Phase phase, Program program) {
    return switch (phase) {
      case Phase.Hold _ -> say(" of %.1f s", program.holdSeconds());
      case Phase.Ramp _ when program instanceof Program.Thermal thermal ->
          say(" of %.1f s", thermal.rampSeconds());
      default -> "";
    };
  }

  static String bar(int done, int of) {
    int full = BAR_WIDTH * done / of;
    return "█".repeat(full) + "░".repeat(BAR_WIDTH - full);
  }

  /** One site in one line. */
  static String siteLine(SiteResult site, int of) {
    return say(
        "site %2d of %d at %5.1f mm: %s",
        site.site(), of, site.at().alongMillimetres(), SiteTable.brief(site));
  }

  /** Table, trip if there was one, and where the record lies. */
  static List<String> ending(Ending ending, Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(SiteTable.of(ending.sites()));
    lines.add("");
    if (ending.last().phase() instanceof Phase.Tripped tripped) {
      lines.addAll(trip(tripped, ending));
    } else {
      int notAsPlanned = plan.sites().size() - ending.complete();
      lines.add(
          "ROW DONE: "
              + sites(ending.sites().size())
              + " of "
              + plan.sites().size()
              + (notAsPlanned > 0 ? ", " + notAsPlanned + " not as planned" : ""));
    }
    if (ending.recordTrouble() != null) {
      lines.add("the record is not whole: " + ending.recordTrouble().getMessage());
    }
    lines.add("record  " + ending.journal());
    lines.add("head    " + (ending.head().isEmpty() ? "cannot be read back" : ending.head()));
    lines.add("replay  lissauer replay " + ending.journal());
    return lines;
  }

  static String report(Path report, @Nullable String trouble) {
    return trouble == null ? "report  " + report : "no report: " + trouble;
  }

  /** What has stopped the row, and when since its first tick. */
  static String tripLine(Phase.Tripped tripped, long openedNanos) {
    return say(
        "%s at %.2f s, site %d: %s",
        tripped.trip().interrupts() ? "INTERRUPTED" : "TRIPPED",
        (tripped.sinceNanos() - openedNanos) * 1e-9,
        tripped.site() + 1,
        tripped.trip().what());
  }

  /** Why an acknowledgement has not let the row go on. */
  static String refused(Phase.Tripped tripped, String acknowledged) {
    String name = tripped.trip().name();
    return "not acknowledged: "
        + (!name.equals(acknowledged)
            ? acknowledged + " is not what stopped the row; that is " + name
            : tripped.locked()
                ? name + " ends the row for good"
                : "what caused " + name + " is still there");
  }

  /** A stop that explains itself: what, when, why, what now, and where to look. */
  private static List<String> trip(Phase.Tripped tripped, Ending ending) {
    Guidance guidance = Guidance.of(tripped.trip());
    List<String> lines = new ArrayList<>();
    double seconds = (tripped.sinceNanos() - ending.openedNanos()) * 1e-9;
    lines.add(tripLine(tripped, ending.openedNanos()));
    lines.add(
        say(
            "  alarm    %s, priority %s",
            tripped.trip().name(), guidance.priority().name().toLowerCase(Locale.ROOT)));
    if (!tripped.trip().interrupts()) {
      guidance.causes().forEach(cause -> lines.add("  perhaps  " + cause));
    }
    lines.add("  next     " + guidance.nextStep());
    lines.add(
        say(
            "  trace    %.2f to %.2f s after the first line of the record",
            Math.max(0, seconds - TRACE_SECONDS), seconds));
    lines.add(
        ending.confirmedOff()
            ? "  output   measured to be off"
            : "  output   NOT SEEN TO BE OFF: pull the generator's plug");
    return lines;
  }

  /** What keeps a rig from being used, and what to do about it. */
  static List<String> latched(String rig, RigLatch.Latched left) {
    Guidance guidance = HazardAnalysis.shipped().guidance(left.trip());
    List<String> lines = new ArrayList<>();
    lines.add("rig " + rig + " was left tripped: " + left.what());
    guidance.causes().forEach(cause -> lines.add("  perhaps  " + cause));
    lines.add("  next     " + guidance.nextStep());
    lines.add("  run      " + left.run());
    lines.add(
        "  then     lissauer acknowledge --rig "
            + rig
            + " "
            + left.trip()
            + "   (and --set link=... if the run had it)");
    return lines;
  }

  static String ohms(double value) {
    return Double.isNaN(value) ? "-" : say("%.0f Ω", value);
  }

  @FormatMethod
  static String say(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
