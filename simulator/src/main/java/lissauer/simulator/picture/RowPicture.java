package lissauer.simulator.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that the picture of a row of lesions shows: the row from above and from the side with
 * its gaps, the spill along it, a section across, and a table of coverage by several laws.
 *
 * @param titleLines up to three; the first is the largest
 * @param above columns x along the row, rows y across it
 * @param length columns x along the row, rows z, the depth
 * @param across columns y, rows z, the depth
 * @param acrossAtMillimetres x of that section
 * @param tips one for each site
 * @param gaps along x
 * @param spills one curve each
 * @param coverages one line of the table each
 * @param notes lines below the table
 */
public record RowPicture(
    List<String> titleLines,
    Slice above,
    Slice length,
    Slice across,
    double acrossAtMillimetres,
    List<TipLine> tips,
    List<Gap> gaps,
    List<Spill> spills,
    List<Coverage> coverages,
    List<String> notes) {
  private static final String ENDING = ".png";

  /** Keeps its own copies. */
  public RowPicture {
    titleLines = List.copyOf(titleLines);
    tips = List.copyOf(tips);
    gaps = List.copyOf(gaps);
    spills = List.copyOf(spills);
    coverages = List.copyOf(coverages);
    notes = List.copyOf(notes);
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
    OutputFile.write(file, new RowSheet(this).png());
  }
}
