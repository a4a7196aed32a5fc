package lissauer.hal.stage;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import lissauer.hal.DeviceException;
import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.RfRelay;
import lissauer.hal.RigClock;
import lissauer.hal.TipPosition;
import lissauer.hal.lab.RelayWatcher;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.Lines;
import lissauer.hal.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * A stage with GRBL 1.1: the tip is withdrawn, taken along the row, and inserted, in machine
 * coordinates that homing has made true.
 *
 * <p>The stage must itself have soft limits and homing switched on, which is read back when it is
 * opened. It moves only while RF cannot reach the tip, and holds at once when that changes.
 */
public final class GrblStage implements Positioner, RelayWatcher, AutoCloseable {
  private static final byte[] STATUS = "?".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HOLD = "!".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RESET = {0x18};

  /** GRBL answers within 5 to 20 ms and ignores questions in between. */
  private static final long ASK_NANOS = 50_000_000;

  /** An older report does not say that it stands still. */
  private static final long FRESH_NANOS = 250_000_000;

  private static final long OVERDUE_NANOS = 500_000_000;

  /** After a pause it is asked anew and waited for, at most so long. */
  private static final long PAUSE_NANOS = 90_000_000;

  private static final long OPEN_NANOS = 3_000_000_000L;
  private static final long HOME_NANOS = 120_000_000_000L;
  private static final long LOOK_NANOS = 2_000_000;

  /** What a stage resolves, and less than what the sequencer demands. */
  private static final double NEAR_MILLIMETRES = 0.02;

  /** Reports of standing still beside the target before that is called a failure. */
  private static final int STRAY_REPORTS = 4;

  private final GrblSetup setup;
  private final RigClock clock;
  private final Lines lines;
  private final GrblSettings settings = new GrblSettings();
  private String identity = "";
  private @Nullable GrblStatus status;
  private @Nullable TipPosition target;
  private long askedNanos;
  private long seenNanos;
  private long unansweredNanos;
  private boolean answered = true;
  private int unacknowledged;
  private int stray;
  private boolean homed;
  private @Nullable RfRelay relay;

  private GrblStage(GrblSetup setup, RigClock clock, Link link) {
    this.setup = setup;
    this.clock = clock;
    this.lines = new Lines("positioner", link);
  }

  /**
   * Resets the stage, checks its settings and homes it.
   *
   * @throws DeviceException if no GRBL answers, if its soft limits or homing are off, or if homing
   *     fails
   */
  public static GrblStage open(GrblSetup setup, RigClock clock, Link link) throws DeviceException {
    return new GrblStage(setup, clock, link).opened(true);
  }

  /** As above, but does not home it: good for looking at it only. */
  static GrblStage openUnhomed(GrblSetup setup, RigClock clock, Link link) throws DeviceException {
    return new GrblStage(setup, clock, link).opened(false);
  }

  private GrblStage opened(boolean homes) throws DeviceException {
    try {
      greet();
      if (homes) {
        home();
      }
      return this;
    } catch (DeviceException e) {
      lines.close();
      throw e;
    }
  }

  @Override
  public void moveTo(TipPosition position) throws DeviceException {
    setup.along().require(position.alongMillimetres(), "along the row");
    setup.depth().require(position.depthMillimetres(), "in depth");
    if (rfReachesTip()) {
      throw trouble("does not move while RF can reach the tip");
    }
    target = position;
    stray = 0;
    send("G21G90G94");
    double retracted = -setup.retractMillimetres();
    go(setup.depth().word(retracted), setup.travelMillimetresPerSecond());
    go(setup.along().word(position.alongMillimetres()), setup.travelMillimetresPerSecond());
    go(setup.depth().word(position.depthMillimetres()), setup.insertMillimetresPerSecond());
    ask();
  }

  @Override
  public void watch(RfRelay contact) {
    relay = contact;
  }

  @Override
  public PositionReading read() throws DeviceException {
    listen();
    if (answered && clock.nanos() - seenNanos > FRESH_NANOS) {
      askAndWait();
    }
    GrblStatus now = status;
    if (now != null && !now.is("Idle") && rfReachesTip()) {
      lines.send(HOLD);
      throw trouble("was moving when RF could reach the tip; held");
    }
    if (!answered && clock.nanos() - unansweredNanos > OVERDUE_NANOS) {
      throw trouble(
          "no status for %.0f ms; %s"
              .formatted((clock.nanos() - unansweredNanos) * 1e-6, lines.bad()));
    }
    if (clock.nanos() - askedNanos >= ASK_NANOS) {
      ask();
    }
    return now == null ? new PositionReading(Double.NaN, Double.NaN, false) : reading(now);
  }

  /** Asks for a report and waits for it. */
  void askAndWait() throws DeviceException {
    ask();
    await(() -> answered, PAUSE_NANOS, "does not tell its position;");
  }

  /** What answered. */
  public String identity() {
    return identity;
  }

  /** Whether it said of itself that it only stands in for a stage. */
  public boolean emulated() {
    return identity.contains("EMULATED");
  }

  /** What arrived and could not be used. */
  public BadFrames bad() {
    return lines.bad();
  }

  /** Stops where it is. */
  @Override
  public void close() {
    try {
      lines.send(HOLD);
    } catch (DeviceException gone) {
      // A stage without a line finishes the move it was given; RF is off by then.
    } finally {
      lines.close();
    }
  }

  private PositionReading reading(GrblStatus now) throws DeviceException {
    double along = setup.along().oursMillimetres(now.machineMillimetres(setup.along().index()));
    double depth = setup.depth().oursMillimetres(now.machineMillimetres(setup.depth().index()));
    TipPosition wanted = target;
    boolean fresh = clock.nanos() - seenNanos <= FRESH_NANOS;
    boolean still = fresh && now.is("Idle") && unacknowledged == 0;
    boolean there =
        wanted != null
            && Math.abs(along - wanted.alongMillimetres()) <= NEAR_MILLIMETRES
            && Math.abs(depth - wanted.depthMillimetres()) <= NEAR_MILLIMETRES;
    if (stray >= STRAY_REPORTS) {
      throw trouble(
          "stands still at %.3f mm, depth %.3f mm, and was sent elsewhere".formatted(along, depth));
    }
    return new PositionReading(along, depth, still && (wanted == null || there));
  }

  private void greet() throws DeviceException {
    lines.send(RESET);
    await(() -> !identity.isEmpty(), OPEN_NANOS, "no GRBL answers: right port, 115200 baud?");
    send("$I");
    send("$$");
    await(() -> unacknowledged == 0, OPEN_NANOS, "does not tell its settings");
    if (!settings.wrong().isEmpty()) {
      throw trouble(settings.wrong());
    }
  }

  private void home() throws DeviceException {
    send("$H");
    await(() -> unacknowledged == 0, HOME_NANOS, "homing does not end");
    homed = true;
    ask();
    await(() -> status != null, OPEN_NANOS, "does not tell its position; set $10=1");
  }

  private void await(BooleanSupplier condition, long longestNanos, String otherwise)
      throws DeviceException {
    long due = clock.nanos() + longestNanos;
    while (!condition.getAsBoolean()) {
      if (clock.nanos() > due) {
        throw trouble(otherwise + " " + lines.bad());
      }
      clock.sleepUntil(clock.nanos() + LOOK_NANOS);
      listen();
    }
  }

  private void listen() throws DeviceException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.startsWith("<")) {
        GrblStatus report = GrblStatus.parse(line, lines.bad());
        if (report != null) {
          take(report);
        }
      } else if (line.equals("ok")) {
        unacknowledged = Math.max(0, unacknowledged - 1);
      } else if (line.startsWith("error:")) {
        throw trouble(GrblWords.error(line.substring("error:".length())));
      } else if (line.startsWith("ALARM:") && identity.isEmpty()) {
        lines.bad().count("was moving when reset"); // homing follows
      } else if (line.startsWith("ALARM:")) {
        throw trouble(GrblWords.alarm(line.substring("ALARM:".length())));
      } else if (line.startsWith("Grbl ")) {
        greeted(line);
      } else if (GrblSettings.holds(line)) {
        settings.take(line);
      } else if (line.startsWith("[VER:")) {
        identity += " " + line;
      } else if (!line.startsWith("[")) {
        lines.bad().count("unknown line");
      }
    }
  }

  private void take(GrblStatus report) throws DeviceException {
    if (report.is("Alarm") && homed) {
      throw trouble("is locked by an alarm; open the rig again, which homes the stage");
    }
    status = report;
    seenNanos = clock.nanos();
    answered = true;
    TipPosition wanted = target;
    boolean still = report.is("Idle") && unacknowledged == 0 && wanted != null;
    stray = still && !reading(report).settled() ? stray + 1 : 0;
  }

  private void greeted(String line) throws DeviceException {
    if (!identity.isEmpty()) {
      throw trouble("has started anew and lost its position; open the rig again, which homes it");
    }
    identity = line;
    unacknowledged = 0;
  }

  /** Without a relay to ask it takes the word of who moves it. */
  private boolean rfReachesTip() throws DeviceException {
    RfRelay contact = relay;
    return contact != null && contact.closed();
  }

  private void go(String word, double millimetresPerSecond) throws DeviceException {
    send(String.format(Locale.ROOT, "G53G1%sF%.1f", word, millimetresPerSecond * 60));
  }

  private void send(String line) throws DeviceException {
    unacknowledged++;
    lines.send(line);
  }

  private void ask() throws DeviceException {
    askedNanos = clock.nanos();
    if (answered) {
      unansweredNanos = askedNanos;
      answered = false;
    }
    lines.send(STATUS);
  }

  private DeviceException trouble(String message) {
    return new DeviceException("positioner", message);
  }
}
