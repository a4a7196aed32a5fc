package lissauer.hal.gpio;

import java.util.EnumMap;
import java.util.Map;

/** How often each {@link BadFrame} was seen, so that a bad cable shows before it ends a row. */
final class BadFrames {
  private final Map<BadFrame, Long> counts = new EnumMap<>(BadFrame.class);

  synchronized void add(BadFrame frame) {
    counts.merge(frame, 1L, Long::sum);
  }

  /** Those that were seen at all; may be asked from any thread. */
  synchronized Map<BadFrame, Long> seen() {
    return Map.copyOf(counts);
  }
}
