package lissauer.controller.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written beside its place and moved there when it is whole: whoever reads meanwhile
 * finds the old one or the new, and a full disk leaves the old one.
 */
final class Draft implements AutoCloseable {
  private final Path place;
  private final Path file;

  /**
   * Nothing is written yet.
   *
   * @throws IOException if a record is there, or a folder
   */
  Draft(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      throw new IOException(place + ": is a folder; name a file");
    }
    this.place = JournalFile.sparing(place);
    this.file = place.resolveSibling(place.getFileName() + ".tmp");
    Path folder = place.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder)) {
      throw new IOException(place + ": its folder is not there, or not writable");
    }
  }

  /** Where to write. */
  Path file() {
    return file;
  }

  /** It is whole. */
  void publish() throws IOException {
    Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves nothing behind that was not published. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
