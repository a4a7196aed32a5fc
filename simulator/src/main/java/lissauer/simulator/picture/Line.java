package lissauer.simulator.picture;

/** A line through the plane of a grid; closed when it ends where it began. */
@SuppressWarnings("ArrayRecordComponent") // large and shared: never compared, never changed
record Line(double[] columnMillimetres, double[] rowMillimetres) {

  int points() {
    return columnMillimetres.length;
  }
}
