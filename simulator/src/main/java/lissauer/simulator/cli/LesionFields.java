package lissauer.simulator.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import lissauer.hal.TipGeometry;
import lissauer.simulator.picture.CellField;
import lissauer.simulator.picture.Contour;
import lissauer.simulator.picture.LesionPicture;
import lissauer.simulator.picture.LesionSize;
import lissauer.simulator.picture.Outline;
import lissauer.simulator.picture.PlaneGrid;
import lissauer.simulator.picture.TimeTraces;
import lissauer.simulator.picture.VtkFile;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.Extents;
import lissauer.simulator.tissue.FieldSnapshot;
import lissauer.simulator.tissue.LesionRun.TracePoint;
import lissauer.simulator.tissue.Material;

/** A lesion as picture and as fields: temperature at RF off, damage after cooling. */
final class LesionFields {
  private static final double[] ISOTHERMS_CELSIUS = {45, 50, 60, 80, 100};
  private static final List<LesionEdge> SHOWN =
      List.of(
          LesionEdge.LIVER,
          LesionEdge.BHK,
          LesionEdge.BURN,
          LesionEdge.CEM240,
          LesionEdge.HOT50,
          LesionEdge.HOT60);

  private final Lesion lesion;
  private final FieldSnapshot hot;
  private final FieldSnapshot cooled;
  private final PlaneGrid grid;

  LesionFields(Lesion lesion) {
    this.lesion = lesion;
    hot = lesion.hot();
    cooled = lesion.cooled();
    grid = PlaneGrid.ofFaces(hot.radiusFacesMillimetres(), hot.heightFacesMillimetres());
  }

  LesionPicture picture() {
    CellField temperature = new CellField("temperature", "°C", hot.celsius());
    List<Contour> contours = new ArrayList<>();
    for (double celsius : ISOTHERMS_CELSIUS) {
      contours.add(Contour.isotherm(temperature, celsius));
    }
    contours.add(damage(LesionEdge.LIVER, DamageLaw.LIVER, 1));
    contours.add(damage(LesionEdge.BHK, DamageLaw.BHK, 1));
    contours.add(damage(LesionEdge.BURN, DamageLaw.BURN, 1));
    contours.add(damage(LesionEdge.CEM240, DamageLaw.CEM43, 240));
    Case simulated = lesion.simulated();
    return new LesionPicture(
        List.of(simulated.place(), simulated.treatment().text()),
        grid,
        temperature,
        lesion.off().seconds(),
        electrode(simulated.electrode().geometry()),
        contours,
        SHOWN.stream().map(this::size).toList(),
        traces());
  }

  VtkFile vtk() {
    Case simulated = lesion.simulated();
    return new VtkFile(
        simulated.place() + ": " + simulated.treatment().text(),
        grid,
        List.of(
            new CellField("temperature at RF off", "°C", hot.celsius()),
            new CellField("temperature at the end", "°C", cooled.celsius()),
            tissueOnly("hottest temperature", "°C", cooled.hottestCelsius()),
            dose("Ω liver", "", DamageLaw.LIVER),
            dose("Ω BHK", "", DamageLaw.BHK),
            dose("Ω burn", "", DamageLaw.BURN),
            dose("CEM43", "min", DamageLaw.CEM43),
            powerDensity()));
  }

  private Contour damage(LesionEdge edge, DamageLaw law, double level) {
    return Contour.damage(edge.title(), dose(law.title(), "", law), level);
  }

  private CellField dose(String name, String unit, DamageLaw law) {
    return tissueOnly(name, unit, Objects.requireNonNull(cooled.damage().get(law)));
  }

  private CellField tissueOnly(String name, String unit, double[] values) {
    IntPredicate tissue = cell -> hot.material()[cell] == Material.TISSUE;
    double[] shown = values.clone();
    Arrays.setAll(shown, cell -> tissue.test(cell) ? values[cell] : Double.NaN);
    return new CellField(name, unit, shown);
  }

  /** Heat of the current at RF off. */
  private CellField powerDensity() {
    double[] r = hot.radiusFacesMillimetres();
    double[] z = hot.heightFacesMillimetres();
    double[] density = new double[grid.cells()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        double area = Math.PI * (r[column + 1] * r[column + 1] - r[column] * r[column]);
        int cell = grid.index(column, row);
        density[cell] =
            lesion.off().powerWatts() * hot.heatShare()[cell] / (area * (z[row + 1] - z[row]));
      }
    }
    return new CellField("power density at RF off", "W/mm³", density);
  }

  private LesionSize size(LesionEdge edge) {
    Extents.Size size = Objects.requireNonNull(lesion.end().get(edge));
    return new LesionSize(
        edge.title(),
        2 * size.midRadiusMillimetres(),
        size.depthMillimetres(),
        size.heightMillimetres(),
        size.volumeCubicMillimetres());
  }

  private TimeTraces traces() {
    return new TimeTraces(
        over(TracePoint::seconds),
        over(TracePoint::tipCelsius),
        over(TracePoint::peakCelsius),
        over(TracePoint::powerWatts),
        over(point -> seen(point) ? point.impedanceOhms() : Double.NaN));
  }

  /** A generator that is off measures no impedance. */
  private boolean seen(TracePoint point) {
    return point.seconds() <= lesion.off().seconds();
  }

  private double[] over(ToDoubleFunction<TracePoint> value) {
    return lesion.trace().stream().mapToDouble(value).toArray();
  }

  private static List<Outline> electrode(TipGeometry tip) {
    double a = tip.radiusMillimetres();
    double skin = tip.insulationMillimetres();
    double bare = tip.bareMillimetres();
    double top = tip.aboveMillimetres();
    if (!tip.shouldered()) {
      return List.of(
          Outline.box(Outline.Material.METAL, 0, a, 0, top),
          Outline.box(Outline.Material.INSULATION, a, a + skin, bare, top));
    }
    double shoulder = tip.shoulderMillimetres();
    double shaft = tip.shaftRadiusMillimetres();
    return List.of(
        Outline.box(Outline.Material.METAL, 0, a, 0, shoulder + skin),
        Outline.box(Outline.Material.INSULATION, a, a + skin, bare, shoulder),
        Outline.box(Outline.Material.INSULATION, a, shaft + skin, shoulder, shoulder + skin),
        Outline.box(Outline.Material.METAL, 0, shaft, shoulder + skin, top),
        Outline.box(Outline.Material.INSULATION, shaft, shaft + skin, shoulder + skin, top));
  }
}
