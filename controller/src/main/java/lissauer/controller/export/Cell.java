package lissauer.controller.export;

/** Takes the value of a column in one row. */
public interface Cell {
  /** Nothing was measured or wanted. */
  void none();

  /** A value of a column of {@link Column.Kind#INTEGER}. */
  void integer(long value);

  /** A value of a column of {@link Column.Kind#NUMBER}, in the unit of the column. */
  void number(double value);

  /** A value of a column of {@link Column.Kind#FLAG}. */
  void flag(boolean value);

  /** A value of a column of {@link Column.Kind#TEXT}. */
  void text(String value);
}
