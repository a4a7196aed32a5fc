package lissauer.simulator.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a task took on one thread. Limits are on the processor time of the thread, which other
 * programs lengthen less than time by the clock.
 */
record Effort(double cpuSeconds, double wallSeconds) {
  private static final int ROUNDS = 3;
  private static final double NANOS = 1e-9;

  /** The task once, on this thread. */
  static Effort of(Runnable task) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    task.run();
    return new Effort(
        NANOS * (threads.getCurrentThreadCpuTime() - cpu), NANOS * (System.nanoTime() - wall));
  }

  /** The middle one of three by processor time. */
  static Effort median(Runnable task) {
    List<Effort> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(of(task));
    }
    rounds.sort(Comparator.comparingDouble(Effort::cpuSeconds));
    return rounds.get(ROUNDS / 2);
  }
}
