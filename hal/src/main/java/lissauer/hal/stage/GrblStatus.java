package lissauer.hal.stage;

import lissauer.hal.link.BadFrames;
import org.jspecify.annotations.Nullable;

/**
 * A real-time status report of GRBL 1.1: {@code <Idle|MPos:0.000,-10.000,5.000|FS:0,0>}.
 *
 * @param state Idle, Run, Hold, Jog, Alarm, Door, Check, Home or Sleep, with its number
 * @param xMillimetres machine position; so are the other two
 */
record GrblStatus(String state, double xMillimetres, double yMillimetres, double zMillimetres) {
  private static final int AXES = 3;
  private static final int LONGEST_NUMBER = 16;

  /** Null, and counted, when the line is no such report. */
  static @Nullable GrblStatus parse(String line, BadFrames bad) {
    String[] fields =
        line.endsWith(">") ? line.substring(1, line.length() - 1).split("\\|", -1) : new String[0];
    if (fields.length < 2 || !fields[1].startsWith("MPos:")) {
      bad.count("incomplete status report");
      return null;
    }
    String[] numbers = fields[1].substring("MPos:".length()).split(",", -1);
    double[] machine = new double[AXES];
    for (int axis = 0; axis < AXES; axis++) {
      machine[axis] = axis < numbers.length ? millimetres(numbers[axis]) : Double.NaN;
      if (Double.isNaN(machine[axis])) {
        bad.count("no position in a status report");
        return null;
      }
    }
    return new GrblStatus(fields[0], machine[0], machine[1], machine[2]);
  }

  /** Machine position of X, Y or Z by number. */
  double machineMillimetres(int axis) {
    return axis == 0 ? xMillimetres : axis == 1 ? yMillimetres : zMillimetres;
  }

  boolean is(String name) {
    return state.equals(name) || state.startsWith(name + ":");
  }

  private static double millimetres(String text) {
    boolean plain = !text.isEmpty() && text.length() <= LONGEST_NUMBER;
    int digits = 0;
    int points = 0;
    for (int i = 0; plain && i < text.length(); i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      points += c == '.' ? 1 : 0;
      plain = (c >= '0' && c <= '9') || c == '.' || (c == '-' && i == 0);
    }
    return plain && digits > 0 && points <= 1 ? Double.parseDouble(text) : Double.NaN;
  }
}
