package lissauer.controller.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A short record of other things than ticks, bound line to line as a journal is, and on the disk
 * before the next thing is done. {@link Verification} reads it.
 */
public final class ChainedLog implements AutoCloseable {
  private final FileChannel file;
  private final HashChain chain = new HashChain();

  /**
   * Creates the file, which must not exist yet.
   *
   * @throws IOException if that is not possible
   */
  public ChainedLog(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Writes one line.
   *
   * @param values by names that carry their units, in order
   */
  public void write(Map<String, ?> values) throws IOException {
    line(chain.marked(Json.MAPPER.writeValueAsString(values)));
  }

  /**
   * Writes the last line.
   *
   * @param how it ended
   */
  public void end(String how, Map<String, ?> values) throws IOException {
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("end", how);
    end.putAll(values);
    line(chain.headed(Json.MAPPER.writeValueAsString(end)));
  }

  /** Hash of the last line, 64 hexadecimal digits. */
  public String head() {
    return chain.head();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void line(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(false);
  }
}
