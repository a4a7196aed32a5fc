package lissauer.hal.link;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts by name what a device sent that could not be used, so that a bad cable shows before it
 * ends a row. Nothing that arrives is dropped without being counted here.
 */
public final class BadFrames {
  private final Map<String, Long> counts = new TreeMap<>();
  private long total;

  /** One more of this kind. */
  public synchronized void count(String name) {
    counts.merge(name, 1L, Long::sum);
    total++;
  }

  /** All kinds together. */
  public synchronized long total() {
    return total;
  }

  /** Each kind with its count. */
  public synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  @Override
  public synchronized String toString() {
    return total == 0 ? "no bad frames" : total + " bad frames " + counts;
  }
}
