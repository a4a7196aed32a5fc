package lissauer.simulator.cli;

import java.util.List;
import java.util.Locale;
import lissauer.simulator.tissue.LesionRun.TracePoint;

/** The course of a lesion as CSV, with the columns of the reference solution. */
final class TraceCsv {
  private static final String HEADER = "t_s,V_rms,I_A,P_W,Z_ohm,T_tc,T_r0.5,T_r1,T_r2";

  private TraceCsv() {}

  static String of(List<TracePoint> trace) {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (TracePoint point : trace) {
      csv.append(OptionNumbers.show(rounded(point.seconds())));
      number(csv, point.voltsRms());
      number(csv, point.currentAmps());
      number(csv, point.powerWatts());
      number(csv, point.impedanceOhms());
      number(csv, point.tipCelsius());
      number(csv, point.halfCelsius());
      number(csv, point.oneCelsius());
      number(csv, point.twoCelsius());
      csv.append('\n');
    }
    return csv.toString();
  }

  /** To the microsecond, without what adding many steps has left behind it. */
  static double rounded(double seconds) {
    return Math.rint(seconds * 1e6) / 1e6;
  }

  private static void number(StringBuilder csv, double value) {
    csv.append(',').append(value == 0 ? "0" : String.format(Locale.ROOT, "%.8g", value));
  }
}
