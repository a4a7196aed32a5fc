package lissauer.simulator.picture;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file that a person named for a result, so what is wrong with it is told in their words. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Refuses what can be seen to fail before anything is computed.
   *
   * @param ending what the name must end in; empty when any will do
   * @throws IOException naming the file and what is wrong with it
   */
  public static void check(Path file, String ending) throws IOException {
    Path name = file.getFileName();
    if (name == null || !name.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
      throw new IOException(
          "cannot write %s: its name must end in %s, the only form there is"
              .formatted(file, ending));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new IOException("cannot write %s: it is a folder".formatted(file));
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("cannot write %s: there is no folder %s".formatted(file, folder));
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new IOException("cannot write %s: no permission".formatted(file));
    }
  }

  /**
   * Writes all at once, over an older file.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static void write(Path file, byte[] content) throws IOException {
    try {
      Files.write(file, content);
    } catch (AccessDeniedException e) {
      throw new IOException("cannot write %s: no permission".formatted(file), e);
    } catch (IOException e) {
      throw new IOException("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
