package lissauer.simulator;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A simulated bench in real time, for emulated devices that are spoken to from outside: many
 * threads may use it, one at a time, and what happens on it by itself does so within milliseconds.
 */
public final class LiveBench implements AutoCloseable {
  /** Looks at least this often, should an event come in while it goes to sleep. */
  private static final long STEP_NANOS = 2_000_000;

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
  public <T> T ask(Function<SimulatedBench, T> question) {
    T answer;
    synchronized (bench) {
      bench.clock().sleepUntil(System.nanoTime() - startNanos);
      answer = question.apply(bench);
    }
    LockSupport.unpark(passing); // what happens next may be sooner now
    return answer;
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
    LockSupport.unpark(passing);
  }

  private void pass() {
    while (!closed) {
      long now = System.nanoTime() - startNanos;
      long next;
      synchronized (bench) {
        bench.clock().sleepUntil(now);
        next = bench.clock().nextNanos();
      }
      LockSupport.parkNanos(Math.min(next - now, STEP_NANOS));
    }
  }
}
