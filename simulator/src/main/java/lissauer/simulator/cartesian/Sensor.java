package lissauer.simulator.cartesian;

/** The thermocouple: steel on the axis, 0.5 mm above the tip's end, without lag or noise. */
final class Sensor {
  private final int cell;
  private final int above;
  private final double fraction;

  Sensor(Mesh mesh, double xMillimetres) {
    int i = mesh.x.below(xMillimetres);
    int k = mesh.z.below(Electrode.SENSOR_MILLIMETRES);
    fraction = mesh.z.fraction(k, Electrode.SENSOR_MILLIMETRES);
    cell = mesh.cell(i, 0, k);
    above = mesh.stride[2];
  }

  /** Value of a field at the axis: the mean of the cells beside it, which lie symmetrically. */
  double read(double[] field) {
    double low = 0.5 * (field[cell] + field[cell + 1]);
    double high = 0.5 * (field[cell + above] + field[cell + above + 1]);
    return low + fraction * (high - low);
  }
}
