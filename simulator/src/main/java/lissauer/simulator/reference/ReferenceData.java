package lissauer.simulator.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.Extents;
import lissauer.simulator.tissue.LesionRun.TracePoint;

/** What the finite elements gave for one case. */
final class ReferenceData {
  private static final double FIRST_SECONDS = 0.1;
  private static final double SETTLED_SECONDS = 2;
  private static final double AFTER_RAMP_SECONDS = 1;

  private static final Map<String, Dose> DOSES = new LinkedHashMap<>();

  static {
    DOSES.put("Om1_liver", new Dose(DamageLaw.LIVER, 1));
    DOSES.put("Om1_BHK", new Dose(DamageLaw.BHK, 1));
    DOSES.put("Om1_burn", new Dose(DamageLaw.BURN, 1));
    DOSES.put("CEM240", new Dose(DamageLaw.CEM43, 240));
    DOSES.put("CEM43_70", new Dose(DamageLaw.CEM43, 70));
  }

  private final List<Row> rows;
  private final List<String[]> extents;

  private ReferenceData(List<Row> rows, List<String[]> extents) {
    this.rows = rows;
    this.extents = extents;
  }

  /** Temperatures in °C: thermocouple, and tissue 1 mm from the axis at half height of the tip. */
  private record Row(
      double seconds, double watts, double ohms, double tipCelsius, double oneCelsius) {}

  /** 1 for Ω, minutes for CEM43. */
  private record Dose(DamageLaw law, int atLeast) {}

  static ReferenceData read(String name) {
    List<Row> rows =
        lines(name + ".csv").stream()
            .map(cells ->
                new Row(
                    Double.parseDouble(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[5])))
            .toList();
    List<String[]> extents =
        lines("lesion_extents.csv").stream().filter(cells -> cells[0].equals(name)).toList();
    return new ReferenceData(rows, extents);
  }

  /** How far the lesion is off now, by each law. */
  List<Deviations.Size> sizes(Extents lesion, boolean cooled) {
    List<Deviations.Size> sizes = new ArrayList<>();
    for (String[] cells : extents) {
      Dose dose = DOSES.get(cells[2]);
      if (dose != null && cells[1].equals(cooled ? "end" : "on")) {
        Extents.Size size = lesion.of(dose.law(), dose.atLeast());
        sizes.add(
            new Deviations.Size(
                cells[2],
                cooled,
                difference(size.midRadiusMillimetres(), cells[3]),
                difference(size.depthMillimetres(), cells[5])));
      }
    }
    return sizes;
  }

  private static double difference(double run, String reference) {
    if (reference.isEmpty() || Double.isNaN(run)) {
      return reference.isEmpty() && Double.isNaN(run) ? 0 : Double.POSITIVE_INFINITY;
    }
    return run - Double.parseDouble(reference);
  }

  Deviations compare(
      List<TracePoint> trace,
      Drive drive,
      List<Deviations.Size> hot,
      List<Deviations.Size> cooled) {
    double settled =
        drive instanceof Drive.Clamp clamp
            ? Math.max(SETTLED_SECONDS, clamp.rampSeconds() + AFTER_RAMP_SECONDS)
            : SETTLED_SECONDS;
    double tip = 0;
    double one = 0;
    double hold = 0;
    double end = 0;
    for (Row row : rows) {
      if (row.seconds >= FIRST_SECONDS) {
        tip = Math.max(tip, Math.abs(at(trace, row, TracePoint::tipCelsius) - row.tipCelsius));
        one = Math.max(one, Math.abs(at(trace, row, TracePoint::oneCelsius) - row.oneCelsius));
      }
      if (row.seconds >= settled && row.seconds <= drive.onSeconds() + 1e-9) {
        end = at(trace, row, TracePoint::powerWatts) / row.watts - 1;
        hold = Math.max(hold, Math.abs(end));
      }
    }
    double resistance = trace.getFirst().impedanceOhms() / rows.getFirst().ohms - 1;
    List<Deviations.Size> sizes = new ArrayList<>(hot);
    sizes.addAll(cooled);
    return new Deviations(resistance, tip, one, end, hold, List.copyOf(sizes));
  }

  /** What the run had at the time of a row, on the straight line between its steps. */
  private static double at(List<TracePoint> trace, Row row, ToDoubleFunction<TracePoint> quantity) {
    int after = 1;
    while (after < trace.size() - 1 && trace.get(after).seconds() < row.seconds - 1e-9) {
      after++;
    }
    TracePoint from = trace.get(after - 1);
    TracePoint to = trace.get(after);
    double share = (row.seconds - from.seconds()) / (to.seconds() - from.seconds());
    double start = quantity.applyAsDouble(from);
    return start + share * (quantity.applyAsDouble(to) - start);
  }

  private static List<String[]> lines(String file) {
    try (InputStream in =
            Objects.requireNonNull(ReferenceData.class.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
