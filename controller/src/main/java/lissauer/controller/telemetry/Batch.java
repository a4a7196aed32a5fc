package lissauer.controller.telemetry;

import java.util.List;

/**
 * Some samples in a row, which travel together.
 *
 * @param seq number of this message within its birth
 */
record Batch(long seq, List<Sample> samples) {
  Batch {
    samples = List.copyOf(samples);
  }
}
