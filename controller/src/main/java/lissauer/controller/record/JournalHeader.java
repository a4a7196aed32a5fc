package lissauer.controller.record;

import java.util.List;
import java.util.Map;
import lissauer.controller.loop.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * First line of a journal: everything that the ticks below depend on.
 *
 * @param format version of this layout
 * @param run name of the run; together with {@code startedUtc} the only text that differs between
 *     two runs with one seed
 * @param wallClock what the computer knew of its wall clock: synchronised, not synchronised or
 *     unknown; null in records from before it was asked
 * @param simulated true when no real device was behind the rig
 * @param software version and commit
 * @param devices what answered when the rig was opened
 * @param files SHA-256 of each configuration file that was read
 * @param overrides what the command line changed in the rig file
 * @param columns meaning and unit of each key in the tick lines
 */
public record JournalHeader(
    int format,
    String run,
    String startedUtc,
    @Nullable String wallClock,
    boolean simulated,
    String software,
    String java,
    String rig,
    List<String> devices,
    Map<String, String> files,
    Map<String, String> overrides,
    Protocol protocol,
    Map<String, String> columns) {
  /** The layout that this version writes and reads. */
  public static final int FORMAT = 3;

  /** What the keys of the tick lines mean. */
  public static Map<String, String> tickColumns() {
    return TickJson.columns();
  }
}
