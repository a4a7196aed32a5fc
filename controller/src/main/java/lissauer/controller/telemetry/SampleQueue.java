package lissauer.controller.telemetry;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Batches of samples that wait for a broker: bounded, the oldest goes first, and is counted. */
final class SampleQueue {
  private final int most;
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private long droppedSamples;

  SampleQueue(int most) {
    this.most = most;
  }

  synchronized void add(Batch batch) {
    waiting.add(batch);
    if (waiting.size() > most) {
      droppedSamples += waiting.remove().samples().size();
    }
  }

  synchronized @Nullable Batch poll() {
    return waiting.poll();
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized long waitingSamples() {
    return waiting.stream().mapToLong(batch -> batch.samples().size()).sum();
  }

  /** Nobody will send what still waits. */
  synchronized void abandon() {
    droppedSamples += waitingSamples();
    waiting.clear();
  }

  /** Counts samples that were lost elsewhere. */
  synchronized void missed(long samples) {
    droppedSamples += samples;
  }

  synchronized long droppedSamples() {
    return droppedSamples;
  }
}
