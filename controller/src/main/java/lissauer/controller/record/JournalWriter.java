package lissauer.controller.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as JSON Lines: the header, one line a tick, and an end.
 *
 * <p>Each line is bound to those before it by a {@link HashChain}.
 *
 * <p>A pulled plug loses at most the last second: lines are forced to the disk twice a second and
 * at every change of phase. Errors of the disk surface as {@link UncheckedIOException} to whoever
 * feeds it.
 */
public final class JournalWriter implements Consumer<Tick>, AutoCloseable {
  private static final long SYNC_NANOS = 500_000_000;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final FileChannel file;
  private final OutputStream out;
  private final HashChain chain = new HashChain();
  private @Nullable Tick last;
  private long syncedNanos;
  private boolean failed;

  /**
   * Creates the file, which must not exist yet, and writes the header.
   *
   * @throws IOException if that is not possible
   */
  public JournalWriter(Path path, JournalHeader header) throws IOException {
    this(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), header);
  }

  JournalWriter(FileChannel file, JournalHeader header) throws IOException {
    this.file = file;
    out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER_BYTES);
    line(chain.marked(Json.MAPPER.writeValueAsString(header)));
    sync();
  }

  @Override
  public void accept(Tick tick) {
    try {
      append(tick);
    } catch (IOException e) {
      failed = true;
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the end line and forces everything to the disk.
   *
   * @param how {@link #endOf} the last tick
   * @throws IOException if the disk takes no more
   */
  public void end(String how, RowTally tally) throws IOException {
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("end", how);
    end.put("ticks", tally.ticks());
    end.put("sites", tally.results().stream().map(SiteJson::of).toList());
    line(chain.headed(Json.MAPPER.writeValueAsString(end)));
    sync();
  }

  /**
   * Hash of the last line, 64 hexadecimal digits: kept elsewhere, it betrays any later change of
   * the file.
   */
  public String head() {
    return chain.head();
  }

  /** Writes what is left, unless the disk has failed before; closes the file in any case. */
  @Override
  public void close() throws IOException {
    try (file) {
      if (!failed) {
        out.flush();
      }
    }
  }

  private void append(Tick tick) throws IOException {
    line(chain.marked(TickJson.line(tick, last)));
    boolean turned = last == null || !tick.phase().getClass().equals(last.phase().getClass());
    last = tick;
    if (turned || System.nanoTime() - syncedNanos >= SYNC_NANOS) {
      sync();
    }
  }

  private void line(String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void sync() throws IOException {
    out.flush();
    file.force(false);
    syncedNanos = System.nanoTime();
  }

  /** Whether the row ended as planned, for the end line. */
  public static String endOf(Tick last) {
    return switch (last.phase()) {
      case Phase.RowDone _ -> "done";
      case Phase.Tripped tripped -> tripped.trip().interrupts() ? "interrupted" : "tripped";
      default -> "interrupted";
    };
  }
}
