package lissauer.simulator.picture;

import java.util.Arrays;

/**
 * Where the cells of a field lie in one plane: columns along the first coordinate (r, x or y), rows
 * along the second (z, y or depth), each as fine as its author likes.
 *
 * @param columnFacesMillimetres rising; one more than there are columns
 * @param columnCentresMillimetres each between its faces
 * @param rowFacesMillimetres rising; one more than there are rows
 * @param rowCentresMillimetres each between its faces
 */
@SuppressWarnings("ArrayRecordComponent") // large and shared: never compared, never changed
public record PlaneGrid(
    double[] columnFacesMillimetres,
    double[] columnCentresMillimetres,
    double[] rowFacesMillimetres,
    double[] rowCentresMillimetres) {

  /** Refuses faces that do not rise and centres outside their cell. */
  public PlaneGrid {
    requireCells("column", columnFacesMillimetres, columnCentresMillimetres);
    requireCells("row", rowFacesMillimetres, rowCentresMillimetres);
  }

  /** A grid whose centres lie half way between its faces. */
  public static PlaneGrid ofFaces(double[] columnFacesMillimetres, double[] rowFacesMillimetres) {
    return new PlaneGrid(
        columnFacesMillimetres,
        halfWay(columnFacesMillimetres),
        rowFacesMillimetres,
        halfWay(rowFacesMillimetres));
  }

  /** Square cells of one size, from the lowest faces on. */
  public static PlaneGrid regular(
      double columnFromMillimetres,
      int columns,
      double rowFromMillimetres,
      int rows,
      double stepMillimetres) {
    return ofFaces(
        steps(columnFromMillimetres, columns, stepMillimetres),
        steps(rowFromMillimetres, rows, stepMillimetres));
  }

  public int columns() {
    return columnCentresMillimetres.length;
  }

  public int rows() {
    return rowCentresMillimetres.length;
  }

  public int cells() {
    return columns() * rows();
  }

  /** Where the values of a field keep a cell: column after column, then the next row. */
  public int index(int column, int row) {
    return row * columns() + column;
  }

  /** Both sides of an axisymmetric field, whose first column lies on the axis. */
  PlaneGrid mirrored() {
    double[] faces = columnFacesMillimetres;
    double[] bothFaces = new double[2 * faces.length - 1];
    for (int i = 0; i < faces.length; i++) {
      bothFaces[faces.length - 1 - i] = -faces[i];
      bothFaces[faces.length - 1 + i] = faces[i];
    }
    int columns = columns();
    double[] bothCentres = new double[2 * columns];
    for (int i = 0; i < columns; i++) {
      bothCentres[columns + i] = columnCentresMillimetres[i];
      bothCentres[columns - 1 - i] = -columnCentresMillimetres[i];
    }
    return new PlaneGrid(bothFaces, bothCentres, rowFacesMillimetres, rowCentresMillimetres);
  }

  /** The values of both sides, for {@link #mirrored}. */
  double[] mirrored(double[] values) {
    int columns = columns();
    double[] both = new double[2 * values.length];
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns; column++) {
        double value = values[index(column, row)];
        both[2 * columns * row + columns + column] = value;
        both[2 * columns * row + columns - 1 - column] = value;
      }
    }
    return both;
  }

  private static void requireCells(String what, double[] faces, double[] centres) {
    if (centres.length < 2 || faces.length != centres.length + 1) {
      throw new IllegalArgumentException(
          "%d %s faces and %d centres: a grid has two centres or more, and one face more"
              .formatted(faces.length, what, centres.length));
    }
    for (int i = 0; i < centres.length; i++) {
      if (!(faces[i] < centres[i] && centres[i] < faces[i + 1])) {
        throw new IllegalArgumentException(
            "%s %d: centre %s mm is not between its faces %s and %s mm"
                .formatted(what, i, centres[i], faces[i], faces[i + 1]));
      }
    }
  }

  private static double[] halfWay(double[] faces) {
    double[] centres = new double[Math.max(0, faces.length - 1)];
    Arrays.setAll(centres, i -> 0.5 * (faces[i] + faces[i + 1]));
    return centres;
  }

  private static double[] steps(double from, int cells, double step) {
    double[] faces = new double[cells + 1];
    Arrays.setAll(faces, i -> from + i * step);
    return faces;
  }
}
