package lissauer.simulator;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A simulated bench in real time, for emulated devices that are spoken to from outside: many
 * threads may use it, one at a time, and what happens on it by itself does so within milliseconds.
 */
public final class LiveBench implements AutoCloseable {
  /** How late something that nobody asks for may be noticed; it still happens at its own time. */
  private static final long STEP_MILLIS = 2;

  private final SimulatedBench bench;
  private final long startNanos = System.nanoTime();
  private final Thread passing;
  private volatile boolean closed;

  /** Lets time pass on a bench whose clock is at 0 and waits for nobody. */
  public LiveBench(SimulatedBench bench) {
    this.bench = bench;
    this.passing = Thread.ofPlatform().daemon().name("bench").start(this::pass);
  }

  /** Asks or does something now, with everything up to now having happened. */
  public synchronized <T> T ask(Function<SimulatedBench, T> question) {
    bench.clock().sleepUntil(System.nanoTime() - startNanos);
    return question.apply(bench);
  }

  /** As {@link #ask}, without an answer. */
  public void act(Consumer<SimulatedBench> action) {
    ask(on -> {
      action.accept(on);
      return on;
    });
  }

  /** {@link System#nanoTime} at 0 of the bench's clock, for those who keep a log. */
  public long startNanos() {
    return startNanos;
  }

  /** Time stands still from now on. */
  @Override
  public void close() {
    closed = true;
    passing.interrupt();
  }

  private void pass() {
    while (!closed) {
      act(_ -> {});
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException closing) {
        return;
      }
    }
  }
}
