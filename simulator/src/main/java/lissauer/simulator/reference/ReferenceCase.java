package lissauer.simulator.reference;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lissauer.hal.TipGeometry;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.Extents;
import lissauer.simulator.tissue.FullModel;
import lissauer.simulator.tissue.LesionRun;
import lissauer.simulator.tissue.Resolution;
import lissauer.simulator.tissue.Tissue;

/**
 * One lesion that two finite-element codes have computed, so that anyone can see how far the full
 * model is from them. Its name says what it is; see README.md beside the data.
 *
 * <p>A: constant voltage, conductivity does not change with temperature. B: it does. C: the
 * thermocouple follows a raised cosine of 1 s and is then held. D: the same in 5 s with an
 * electrode of 22 gauge and 5 mm. w0, w1, w2: no perfusion, cord, grey matter. V: volts; T: °C; h:
 * seconds of hold. Nothing stops perfusion and nothing boils.
 */
public record ReferenceCase(
    String name, TipGeometry geometry, Tissue tissue, Drive drive, double coolSeconds) {

  /** Those whose data are shipped. */
  private static final List<String> NAMES =
      List.of(
          "A_w0_V16",
          "A_w0_V19",
          "A_w1_V16",
          "B_w0_V16",
          "B_w0_V18",
          "C_w0_T65_h15",
          "C_w0_T75_h15",
          "C_w0_T75_h60",
          "C_w1_T75_h15",
          "D_Tb37_T80_h60");

  private static final Pattern NAME =
      Pattern.compile("([ABCD])_(?:w([012])|Tb37)_([VT])([0-9.]+)(?:_h([0-9]+))?");

  /** What w0, w1 and w2 stand for, W/(m³ K). */
  private static final double[] PERFUSION = {0, 10_888, 50_450};

  private static final TipGeometry DREZ = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);
  private static final TipGeometry GAUGE_22 =
      new TipGeometry(0.359, 5, Double.POSITIVE_INFINITY, 0.05, 0.5, 0.5, 40, 38, 43);

  /** All cases. */
  public static List<ReferenceCase> all() {
    return NAMES.stream().map(ReferenceCase::of).toList();
  }

  /**
   * The case of a name.
   *
   * @throws IllegalArgumentException if the name says nothing
   */
  public static ReferenceCase of(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no reference case is named " + name);
    }
    String family = parts.group(1);
    double perfusion = parts.group(2) == null ? 0 : PERFUSION[Integer.parseInt(parts.group(2))];
    double level = Double.parseDouble(parts.group(4));
    double hold = parts.group(5) == null ? 15 : Double.parseDouble(parts.group(5));
    double ramp = family.equals("D") ? 5 : 1;
    double cool =
        switch (family) {
          case "C" -> 30;
          case "D" -> 20;
          default -> 15;
        };
    return new ReferenceCase(
        name,
        family.equals("D") ? GAUGE_22 : DREZ,
        tissue(family.equals("A") ? 0 : 0.02, perfusion),
        parts.group(3).equals("V")
            ? new Drive.Voltage(level, hold)
            : new Drive.Clamp(level, ramp, hold, true),
        cool);
  }

  private static Tissue tissue(double conductivityPerKelvin, double perfusion) {
    double capacity = 1075 * 3630;
    return new Tissue(37, 0.15, conductivityPerKelvin, 0, 0.51, capacity, perfusion, false, 0);
  }

  /** Makes the lesion on the full model and says how far it is from the reference. */
  public Deviations run(Resolution resolution) {
    ReferenceData data = ReferenceData.read(name);
    FullModel model = new FullModel(geometry, tissue, Contact.FULL, resolution);
    LesionRun run = new LesionRun(model, drive, coolSeconds);
    run.heat();
    Extents extents = model.extents();
    List<Deviations.Size> hot = data.sizes(extents, false);
    run.cool();
    return data.compare(run.trace(), drive, hot, data.sizes(extents, true));
  }
}
