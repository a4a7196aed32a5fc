package lissauer.simulator.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Colours a window of a field, pixel by pixel, bilinear between the centres of the cells. */
final class FieldImage {
  private static final int OUTSIDE = 0xffffff;
  private static final int NO_VALUE = 0xc8ccd0;

  private FieldImage() {}

  /** A picture of a field, one pixel for each of the places. */
  static BufferedImage of(PlaneGrid grid, double[] values, ColourScale scale, Places places) {
    Cells columns =
        Cells.at(
            places.columnMillimetres(),
            grid.columnFacesMillimetres(),
            grid.columnCentresMillimetres());
    Cells rows =
        Cells.at(places.rowMillimetres(), grid.rowFacesMillimetres(), grid.rowCentresMillimetres());
    int width = places.columnMillimetres().length;
    int height = places.rowMillimetres().length;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb(grid, values, scale, columns, rows, x, y));
      }
    }
    return image;
  }

  private static int rgb(
      PlaneGrid grid, double[] values, ColourScale scale, Cells columns, Cells rows, int x, int y) {
    int column = columns.below[x];
    int row = rows.below[y];
    if (column < 0 || row < 0) {
      return OUTSIDE;
    }
    double right = columns.shareFraction[x];
    double up = rows.shareFraction[y];
    double sum = 0;
    double weight = 0;
    for (int corner = 0; corner < 4; corner++) {
      int over = corner & 1;
      int above = corner >> 1;
      double value = values[grid.index(column + over, row + above)];
      if (!Double.isNaN(value)) {
        double share = (over == 1 ? right : 1 - right) * (above == 1 ? up : 1 - up);
        sum += share * value;
        weight += share;
      }
    }
    return weight > 0.5 ? scale.rgb(sum / weight) : NO_VALUE;
  }

  /** Where the middles of pixels lie in the plane: from the left, and from the top down. */
  @SuppressWarnings("ArrayRecordComponent")
  record Places(double[] columnMillimetres, double[] rowMillimetres) {}

  /** Between which centres each pixel lies: the lower one, -1 outside, and how far beyond it. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Cells(int[] below, double[] shareFraction) {

    static Cells at(double[] places, double[] faces, double[] centres) {
      Cells cells = new Cells(new int[places.length], new double[places.length]);
      for (int i = 0; i < places.length; i++) {
        double place = places[i];
        if (place < faces[0] || place > faces[faces.length - 1]) {
          cells.below[i] = -1;
          continue;
        }
        int found = Arrays.binarySearch(centres, place);
        int below = Math.clamp(found >= 0 ? found : -found - 2, 0, centres.length - 2);
        cells.below[i] = below;
        double share = (place - centres[below]) / (centres[below + 1] - centres[below]);
        cells.shareFraction[i] = Math.clamp(share, 0.0, 1.0);
      }
      return cells;
    }
  }
}
