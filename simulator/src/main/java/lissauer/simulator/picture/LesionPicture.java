package lissauer.simulator.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that the picture of one lesion shows: a section through the electrode with the
 * temperature at one moment, isotherms and lesions by several laws; the course of time; a table of
 * sizes.
 *
 * @param titleLines up to three; the first is the largest
 * @param grid columns are r from the axis on, rows are z, 0 at the end of the tip
 * @param temperature in °C
 * @param shownSeconds the moment of that temperature, on the clock of the traces
 * @param contours drawn in this order; those that the field never reaches are left out
 * @param sizes one line of the table each
 */
public record LesionPicture(
    List<String> titleLines,
    PlaneGrid grid,
    CellField temperature,
    double shownSeconds,
    List<Outline> electrode,
    List<Contour> contours,
    List<LesionSize> sizes,
    TimeTraces traces) {
  private static final String ENDING = ".png";

  /** Refuses fields of another grid. */
  public LesionPicture {
    titleLines = List.copyOf(titleLines);
    electrode = List.copyOf(electrode);
    contours = List.copyOf(contours);
    sizes = List.copyOf(sizes);
    temperature.requireOn(grid);
    contours.forEach(contour -> contour.field().requireOn(grid));
  }

  /**
   * Refuses a file that could not be written, before the work is done.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static void check(Path file) throws IOException {
    OutputFile.check(file, ENDING);
  }

  /**
   * Draws 1600 x 1000 pixels, over an older file.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public void write(Path file) throws IOException {
    check(file);
    OutputFile.write(file, new LesionSheet(this).png());
  }
}
