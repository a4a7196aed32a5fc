package lissauer.controller.export;

import java.io.IOException;
import lissauer.controller.record.RecordedTick;

/** A file that takes ticks one after another. */
public interface TickTable extends AutoCloseable {
  /** Writes one tick. */
  void add(RecordedTick tick) throws IOException;

  /** Says something about the table, where its form has a place for it. */
  default void note(String key, String value) {}

  /** Ends the file; without this it is not whole. */
  @Override
  void close() throws IOException;
}
