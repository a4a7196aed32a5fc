package lissauer.simulator.picture;

import java.util.List;

/** The part of a plane that a panel shows. */
record Window(
    double columnFromMillimetres,
    double columnToMillimetres,
    double rowFromMillimetres,
    double rowToMillimetres) {

  double widthMillimetres() {
    return columnToMillimetres - columnFromMillimetres;
  }

  double heightMillimetres() {
    return rowToMillimetres - rowFromMillimetres;
  }

  /** All of a grid. */
  static Window of(PlaneGrid grid) {
    double[] columns = grid.columnFacesMillimetres();
    double[] rows = grid.rowFacesMillimetres();
    return new Window(columns[0], columns[columns.length - 1], rows[0], rows[rows.length - 1]);
  }

  /** Grown to hold some lines. */
  Window holding(List<Line> lines) {
    Window grown = this;
    for (Line line : lines) {
      for (int i = 0; i < line.points(); i++) {
        grown = grown.holding(line.columnMillimetres()[i], line.rowMillimetres()[i]);
      }
    }
    return grown;
  }

  private Window holding(double column, double row) {
    return new Window(
        Math.min(columnFromMillimetres, column),
        Math.max(columnToMillimetres, column),
        Math.min(rowFromMillimetres, row),
        Math.max(rowToMillimetres, row));
  }

  /** Grown on all sides, as far as another window goes. */
  Window within(Window limits, double marginMillimetres) {
    return new Window(
        Math.max(limits.columnFromMillimetres, columnFromMillimetres - marginMillimetres),
        Math.min(limits.columnToMillimetres, columnToMillimetres + marginMillimetres),
        Math.max(limits.rowFromMillimetres, rowFromMillimetres - marginMillimetres),
        Math.min(limits.rowToMillimetres, rowToMillimetres + marginMillimetres));
  }

  /** The same rows between other columns. */
  Window between(double fromMillimetres, double toMillimetres) {
    return new Window(fromMillimetres, toMillimetres, rowFromMillimetres, rowToMillimetres);
  }

  /** With a margin, then widened one way so that a millimetre is as long across as along. */
  Window shaped(double marginMillimetres, double widthPerHeightRatio) {
    double width = widthMillimetres() + 2 * marginMillimetres;
    double height = heightMillimetres() + 2 * marginMillimetres;
    if (width < height * widthPerHeightRatio) {
      width = height * widthPerHeightRatio;
    } else {
      height = width / widthPerHeightRatio;
    }
    double column = 0.5 * (columnFromMillimetres + columnToMillimetres);
    double row = 0.5 * (rowFromMillimetres + rowToMillimetres);
    return new Window(column - width / 2, column + width / 2, row - height / 2, row + height / 2);
  }
}
