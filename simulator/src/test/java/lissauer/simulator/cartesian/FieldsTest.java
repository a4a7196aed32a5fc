package lissauer.simulator.cartesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import lissauer.simulator.cartesian.Electrode.Part;
import org.junit.jupiter.api.Test;

/** Current and heat against closed forms, in a box of 4 mm. */
class FieldsTest {
  private static final double BOX_MILLIMETRES = 4;

  private final Mesh mesh = Mesh.around(1, 1, new Fineness(0.1, 0.3, 0.05, BOX_MILLIMETRES, 1));
  private final Medium medium = Medium.cord();

  @Test
  void aBarOfTissueHasTheResistanceOfItsLengthAndSection() {
    CurrentField current = new CurrentField(mesh, medium);
    current.solve(bar(), mesh.field());
    assertThat(current.ohms()).isCloseTo(barOhms(1), within(1e-4 * barOhms(1)));
  }

  @Test
  void aBarThatIsWarmerConductsBetterByTwoPerCentAKelvin() {
    double[] warm = mesh.field();
    Arrays.fill(warm, 25);
    CurrentField current = new CurrentField(mesh, medium);
    current.solve(bar(), warm);
    assertThat(current.ohms()).isCloseTo(barOhms(1) / 1.5, within(1e-4 * barOhms(1)));
  }

  @Test
  void aBarIsHeatedEvenlyAndByAllOfThePower() {
    CurrentField current = new CurrentField(mesh, medium);
    Part[] bar = bar();
    current.solve(bar, mesh.field());
    double sum = 0;
    double perVolume = 1 / (barSquareMillimetres() / 2 * BOX_MILLIMETRES);
    for (int c = mesh.first; c < mesh.end; c++) {
      sum += current.pattern()[c];
      double even = bar[c] == Part.TISSUE ? perVolume * mesh.volume[c] : 0;
      assertThat(current.pattern()[c]).isCloseTo(even, within(1e-3 * perVolume * mesh.volume[c]));
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void theSlowestModeOfTheBoxDecaysAsItsFormulaSays() {
    HeatField heat = allTissue(medium);
    setMode(heat);
    double before = middle(heat);
    heat.pace(0.02);
    for (int step = 0; step < 250; step++) {
      heat.cool();
    }
    double rate = decayPerSecond(0);
    assertThat(middle(heat) / before).isCloseTo(Math.exp(-5 * rate), within(0.003));
    assertThat(heat.imbalanceRatio()).isLessThan(1e-4);
  }

  @Test
  void bloodTakesHeatAtItsRate() {
    double perfusion = 500_000;
    HeatField heat = allTissue(new Medium(0.15, 0.02, 0.51, 3.90225e6, perfusion, 37));
    setMode(heat);
    double before = middle(heat);
    heat.pace(0.02);
    for (int step = 0; step < 250; step++) {
      heat.cool();
    }
    double rate = decayPerSecond(perfusion);
    assertThat(middle(heat) / before).isCloseTo(Math.exp(-5 * rate), within(0.003));
  }

  @Test
  void theSensorIsWhereTheReferenceTellsItsTemperature() {
    HeatField heat = allTissue(medium);
    Part[] parts = electrode();
    CurrentField current = new CurrentField(mesh, medium);
    current.solve(parts, heat.warmth());
    heat.place(parts);
    heat.pace(0.02);
    heat.respond(current.pattern());
    Sensor sensor = new Sensor(mesh, 0);
    double watts = heat.heat(sensor, 0.5);
    assertThat(watts).isPositive();
    assertThat(sensor.read(heat.warmth())).isCloseTo(0.5, within(1e-6));
    assertThat(heat.imbalanceRatio()).isLessThan(1e-5);
  }

  @Test
  void anElectrodeThatMovesIntoWarmTissueAddsWhatSteelStoresMore() {
    HeatField heat = allTissue(medium);
    Arrays.fill(heat.warmth(), 10);
    double excess = 0;
    Part[] parts = electrode();
    for (int c = mesh.first; c < mesh.end; c++) {
      double stored =
          switch (parts[c]) {
            case TISSUE -> 3.90225e6;
            case TIP, STEEL -> 4.0e6 * Electrode.SECTION_RATIO;
            case INSULATION -> 2.31e6 * Electrode.SECTION_RATIO;
          };
      excess += 10 * 1e-9 * (stored - 3.90225e6) * mesh.volume[c];
    }
    assertThat(heat.place(parts)).isCloseTo(excess, within(1e-9 * Math.abs(excess) + 1e-15));
  }

  private Part[] electrode() {
    Part[] parts = new Part[mesh.end];
    for (int c = mesh.first; c < mesh.end; c++) {
      double x = mesh.x.centre(mesh.position(0, c));
      double y = mesh.y.centre(mesh.position(1, c));
      parts[c] =
          Electrode.partAt(Electrode.radiusOfSquare(x, y), mesh.z.centre(mesh.position(2, c)));
    }
    return parts;
  }

  /** Tissue below the tip's square down to the box, in insulation. */
  private Part[] bar() {
    Part[] parts = new Part[mesh.end];
    double half = Electrode.halfSidesMillimetres()[0];
    for (int c = mesh.first; c < mesh.end; c++) {
      boolean beside =
          Math.abs(mesh.x.centre(mesh.position(0, c))) > half
              || mesh.y.centre(mesh.position(1, c)) > half;
      double z = mesh.z.centre(mesh.position(2, c));
      Part inside = z < 0 ? Part.TISSUE : z < 1 ? Part.TIP : Part.INSULATION;
      parts[c] = beside ? Part.INSULATION : inside;
    }
    return parts;
  }

  private static double barSquareMillimetres() {
    double half = Electrode.halfSidesMillimetres()[0];
    return 4 * half * half;
  }

  private static double barOhms(double conductivityRatio) {
    return BOX_MILLIMETRES / (0.15e-3 * conductivityRatio * barSquareMillimetres());
  }

  private HeatField allTissue(Medium tissue) {
    HeatField heat = new HeatField(mesh, tissue);
    Part[] parts = new Part[mesh.end];
    Arrays.fill(parts, Part.TISSUE);
    heat.place(parts);
    return heat;
  }

  /** A cosine half wave across the box, whose top lies 1 mm further than its bottom. */
  private void setMode(HeatField heat) {
    for (int c = mesh.first; c < mesh.end; c++) {
      double x = mesh.x.centre(mesh.position(0, c));
      double y = mesh.y.centre(mesh.position(1, c));
      double z = mesh.z.centre(mesh.position(2, c)) - 0.5;
      heat.warmth()[c] =
          10
              * Math.cos(Math.PI * x / (2 * BOX_MILLIMETRES))
              * Math.cos(Math.PI * y / (2 * BOX_MILLIMETRES))
              * Math.cos(Math.PI * z / (2 * BOX_MILLIMETRES + 1));
    }
  }

  private static double decayPerSecond(double perfusion) {
    double wave = Math.PI / (2 * BOX_MILLIMETRES);
    double upwards = Math.PI / (2 * BOX_MILLIMETRES + 1);
    double conducted = 0.51e6 * (2 * wave * wave + upwards * upwards);
    return (conducted + perfusion) / 3.90225e6;
  }

  private double middle(HeatField heat) {
    return new Sensor(mesh, 0).read(heat.warmth());
  }
}
