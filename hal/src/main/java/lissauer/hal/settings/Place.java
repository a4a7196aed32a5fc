package lissauer.hal.settings;

/**
 * Where a value stands, so that an error can point at it.
 *
 * @param source the file as the person named it, or {@code command line}
 * @param line from 1; 0 when the source has no lines
 * @param column from 1
 */
public record Place(String source, int line, int column) {
  @Override
  public String toString() {
    return line > 0 ? source + ":" + line + ":" + column : source;
  }
}
