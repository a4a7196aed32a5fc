package lissauer.simulator.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import lissauer.simulator.SimulatedClock;

/**
 * A stage with GRBL 1.1h: homing, soft limits, a planner that acknowledges moves before they are
 * made, status reports, alarms. It starts locked, as GRBL does when homing is enabled.
 */
public final class GrblMachine implements WireDevice {
  private static final int AXES = 3;
  private static final double TRAVEL_MILLIMETRES = 200;
  private static final long LINE_NANOS = 2_000_000;
  private static final long REPORT_NANOS = 8_000_000;
  private static final long HOMING_NANOS = 3_000_000_000L;
  private static final int LONGEST = 80;

  private final SimulatedClock clock;
  private final Consumer<GrblMachine> arrived;
  private final Consumer<String> log;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Deque<Move> moves = new ArrayDeque<>();
  private final double[] from = {0, 0, 0};
  private Wire wire = _ -> {};
  private String state = "Alarm";
  private boolean reporting;
  private boolean softLimits = true;
  private boolean homes = true;
  private long epoch;
  private long movingSinceNanos;

  /** A straight line; the array is never changed. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Move(double[] toMillimetres, double seconds) {}

  /**
   * A stage whose power has just come on.
   *
   * @param arrived told whenever it has come to a stop
   */
  public GrblMachine(SimulatedClock clock, Consumer<GrblMachine> arrived, Consumer<String> log) {
    this.clock = clock;
    this.arrived = arrived;
    this.log = log;
  }

  @Override
  public void sendTo(Wire there) {
    wire = there;
  }

  @Override
  public void receive(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      switch (bytes[i]) {
        case '?' -> ask();
        case '!' -> hold();
        case '~' -> resume();
        case 0x18 -> restart();
        case '\n', '\r' -> {
          String text = line.toString(StandardCharsets.US_ASCII).replace(" ", "");
          line.reset();
          clock.at(clock.nanos() + LINE_NANOS, () -> obey(text.toUpperCase(Locale.ROOT)));
        }
        default -> {
          if (line.size() < LONGEST) {
            line.write(bytes[i]);
          }
        }
      }
    }
  }

  /** Machine position of X, Y or Z by number, where it is now. */
  public double machineMillimetres(int axis) {
    Move move = moves.peek();
    if (move == null || !state.equals("Run")) {
      return from[axis];
    }
    double share = Math.min(1, (clock.nanos() - movingSinceNanos) * 1e-9 / move.seconds);
    return from[axis] + share * (move.toMillimetres[axis] - from[axis]);
  }

  /** Switches soft limits, as a person does with $20. */
  public void softLimits(boolean on) {
    softLimits = on;
  }

  /** Takes the homing switches away, so that homing fails. */
  public void loseSwitches() {
    homes = false;
  }

  /** Runs into a limit switch, now. */
  public void hitSwitch() {
    stop("Alarm");
    say("ALARM:1");
    say("[MSG:Reset to continue]");
  }

  /** Power off and on, or a reset: it says hello, and the position is lost. */
  public void restart() {
    boolean lost = state.equals("Run");
    stop("Alarm");
    if (lost) {
      say("ALARM:3");
    }
    say("");
    say("Grbl 1.1h ['$' for help]");
    say("[MSG:'$H'|'$X' to unlock]");
  }

  private void ask() {
    if (reporting || state.equals("Home")) {
      return;
    }
    reporting = true;
    clock.at(
        clock.nanos() + REPORT_NANOS,
        () -> {
          reporting = false;
          say(
              String.format(
                  Locale.ROOT,
                  "<%s|MPos:%.3f,%.3f,%.3f|FS:0,0>",
                  state,
                  machineMillimetres(0),
                  machineMillimetres(1),
                  machineMillimetres(2)));
        });
  }

  private void obey(String text) {
    log.accept("< " + text);
    if (text.isEmpty()) {
      say("ok");
    } else if (text.equals("$$")) {
      settings();
    } else if (text.equals("$I")) {
      say("[VER:1.1h.20190830:EMULATED]");
      say("ok");
    } else if (text.equals("$H")) {
      home();
    } else if (text.equals("$X")) {
      state = "Idle";
      say("ok");
    } else if (text.startsWith("$")) {
      say("error:3");
    } else if (state.equals("Alarm")) {
      say("error:9");
    } else {
      code(text);
    }
  }

  private void settings() {
    say("$10=1");
    say("$13=0");
    say("$20=" + (softLimits ? 1 : 0));
    say("$22=1");
    say("$130=200.000");
    say("ok");
  }

  private void home() {
    state = "Home";
    long mine = epoch;
    clock.at(
        clock.nanos() + HOMING_NANOS,
        () -> {
          if (mine != epoch) {
            return;
          }
          if (!homes) {
            stop("Alarm");
            say("ALARM:9");
            return;
          }
          java.util.Arrays.fill(from, 0);
          state = "Idle";
          say("ok");
          arrived.accept(this);
        });
  }

  /** Knows G53 G1 with axis words and F; the modal words that come before are taken as they are. */
  private void code(String text) {
    Move last = moves.peekLast();
    double[] to = (last == null ? from : last.toMillimetres).clone();
    double[] start = to.clone();
    double millimetresPerMinute = 0;
    boolean axis = false;
    for (String word : text.split("(?=[A-Z])", -1)) {
      double value = SiglentGenerator.parse(word.substring(1));
      int index = "XYZ".indexOf(word.charAt(0));
      if (Double.isNaN(value)) {
        say("error:2");
        return;
      }
      if (index >= 0) {
        to[index] = value;
        axis = true;
      } else if (word.charAt(0) == 'F') {
        millimetresPerMinute = value;
      }
    }
    if (axis && !(millimetresPerMinute > 0)) {
      say("error:22");
      return;
    }
    if (axis) {
      plan(to, start, millimetresPerMinute / 60);
    }
    if (!state.equals("Alarm")) {
      say("ok");
    }
  }

  private void plan(double[] to, double[] start, double millimetresPerSecond) {
    double squares = 0;
    for (int axis = 0; axis < AXES; axis++) {
      if (softLimits && !(to[axis] <= 0 && to[axis] >= -TRAVEL_MILLIMETRES)) {
        stop("Alarm");
        say("ALARM:2");
        return;
      }
      squares += (to[axis] - start[axis]) * (to[axis] - start[axis]);
    }
    moves.add(new Move(to, Math.max(1e-6, Math.sqrt(squares) / millimetresPerSecond)));
    if (state.equals("Idle")) {
      state = "Run";
      next();
    }
  }

  private void next() {
    movingSinceNanos = clock.nanos();
    Move move = moves.element();
    long mine = epoch;
    clock.at(
        clock.nanos() + Math.round(move.seconds * 1e9),
        () -> {
          if (mine == epoch) {
            finish(move);
          }
        });
  }

  private void finish(Move move) {
    System.arraycopy(move.toMillimetres, 0, from, 0, AXES);
    moves.remove();
    if (moves.isEmpty()) {
      state = "Idle";
      log.accept(String.format(Locale.ROOT, "> at %.3f %.3f %.3f", from[0], from[1], from[2]));
      arrived.accept(this);
    } else {
      next();
    }
  }

  private void hold() {
    if (state.equals("Run")) {
      stop("Hold:0");
    }
  }

  private void resume() {
    if (state.startsWith("Hold")) {
      state = "Idle";
    }
  }

  /** Stands still where it is, and forgets what it was to do. */
  private void stop(String wanted) {
    double[] now = {machineMillimetres(0), machineMillimetres(1), machineMillimetres(2)};
    System.arraycopy(now, 0, from, 0, AXES);
    moves.clear();
    epoch++;
    state = wanted;
  }

  private void say(String text) {
    log.accept("> " + text);
    wire.send((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
