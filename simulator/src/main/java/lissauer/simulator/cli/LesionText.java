package lissauer.simulator.cli;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import lissauer.simulator.tissue.Extents;
import lissauer.simulator.tissue.LesionRun.TracePoint;

/** A lesion as a table for people. */
final class LesionText {
  private final PrintWriter out;

  LesionText(PrintWriter out) {
    this.out = out;
  }

  void print(Lesion lesion) {
    Case simulated = lesion.simulated();
    TracePoint off = lesion.off();
    line("SIMULATED %s: %s", simulated.place(), simulated.treatment().text());
    simulated.changes().forEach((key, value) -> line("  with %s = %s", key, value));
    out.println();
    line("  cold      %.1f Ω", lesion.coldOhms());
    line(
        "  RF off    %.2f V   %.2f mA   %.4f W   %.1f Ω   tip %.2f °C   at %s s",
        off.voltsRms(),
        1e3 * off.currentAmps(),
        off.powerWatts(),
        off.impedanceOhms(),
        off.tipCelsius(),
        OptionNumbers.show(TraceCsv.rounded(off.seconds())));
    line("  peak      %.1f °C in the tissue", lesion.peakCelsius());
    line("  energy    %.3f J", lesion.deliveredJoules());
    out.println();
    table("lesion at RF off", lesion.on());
    out.println();
    table("lesion after cooling", lesion.end());
    out.println();
    line(
        "  width across the middle of the bare tip, depth below its end, height above its upper edge");
    line(
        "  %d cells, %d steps, %.1e of the energy unaccounted for",
        lesion.cells(), lesion.steps(), Math.abs(lesion.imbalanceRatio()));
    line("SIMULATED: computed, not measured");
    out.flush();
  }

  private void table(String title, Map<LesionEdge, Extents.Size> sizes) {
    line("  %-22s%10s%10s%10s%11s", title, "width mm", "depth mm", "height mm", "volume mm³");
    sizes.forEach((edge, size) ->
        line(
            "  %-22s%10s%10s%10s%11s",
            edge.title(),
            number(2 * size.midRadiusMillimetres()),
            number(size.depthMillimetres()),
            number(size.heightMillimetres()),
            number(size.volumeCubicMillimetres())));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
  }

  @FormatMethod
  private void line(String text, Object... values) {
    out.println(String.format(Locale.ROOT, text, values));
  }
}
