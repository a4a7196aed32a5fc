package lissauer.controller.telemetry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages and samples to the broker on a thread of its own, and comes back when the broker
 * goes away.
 *
 * <p>Messages leave in their order, a few at a time; the oldest goes from the outbox when the
 * broker confirms it, and after a lost connection everything unconfirmed leaves again, in the same
 * order. Samples leave one batch at a time.
 */
final class Courier {
  private static final int WINDOW = 16;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long IDLE_MILLIS = 250;
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 2000;

  private final Reach reach;
  private final Profile profile;
  private final Outbox outbox;
  private final SampleQueue samples;
  private final Semaphore wake;
  private final Thread thread;
  private final Deque<Underway> inFlight = new ArrayDeque<>();
  private MqttLink.@Nullable Delivery batch;
  private volatile long deadlineNanos = Long.MAX_VALUE;
  private volatile boolean finishing;
  private final AtomicLong connections = new AtomicLong();
  private final Consumer<List<String>> unheard;
  private List<String> deafTo = List.of();
  private volatile String trouble = "";
  private volatile String lastTrouble = "";

  /** How a broker is reached; may wait, and start one. */
  interface Reach {
    MqttLink open(Outgoing will, MqttLink.Receiver receiver, Semaphore wake) throws LinkException;
  }

  /** Something that was published; of the outbox, or a greeting. */
  private record Underway(boolean ofOutbox, MqttLink.Delivery delivery, long sinceNanos) {}

  /**
   * A courier.
   *
   * @param unheard told the topics that the broker does not let us listen to
   */
  Courier(
      Reach reach,
      Profile profile,
      Outbox outbox,
      SampleQueue samples,
      Semaphore wake,
      Consumer<List<String>> unheard) {
    this.reach = reach;
    this.profile = profile;
    this.outbox = outbox;
    this.samples = samples;
    this.wake = wake;
    this.unheard = unheard;
    this.thread = Thread.ofPlatform().daemon().name("telemetry courier").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** How often a broker was reached. */
  long connections() {
    return connections.get();
  }

  /** What is wrong now, or empty. */
  String trouble() {
    return trouble;
  }

  /** What went wrong last, or empty. */
  String lastTrouble() {
    return lastTrouble;
  }

  private void trouble(String what) {
    trouble = what;
    lastTrouble = what;
  }

  /**
   * Delivers what it can until then, says goodbye and ends.
   *
   * @return false when it was left behind
   */
  boolean finish(Duration patience) {
    deadlineNanos = System.nanoTime() + patience.toNanos();
    finishing = true;
    wake.release();
    try {
      return thread.join(patience.plusMillis(500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void run() {
    long pauseMillis = FIRST_PAUSE_MILLIS;
    while (!over()) {
      long before = connections.get();
      try {
        connected();
        return;
      } catch (LinkException e) {
        lost(String.valueOf(e.getMessage()));
      } catch (RuntimeException e) {
        lost("telemetry stumbled and begins anew: " + e);
        pause(LONGEST_PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      pauseMillis =
          connections.get() > before
              ? FIRST_PAUSE_MILLIS
              : Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
      pause(pauseMillis);
    }
  }

  private void lost(String why) {
    trouble(why);
    inFlight.clear();
    batch = null;
    outbox.rewind();
  }

  /** One connection, until nothing is left to do. */
  private void connected() throws LinkException, InterruptedException {
    try (MqttLink link = reach.open(profile.will(), profile::received, wake)) {
      heard(link.subscribe(profile.subscriptions()));
      connections.incrementAndGet();
      while (true) {
        if (!link.up()) {
          throw new LinkException("the broker went away");
        }
        greet(link);
        boolean done = serve(link);
        if ((finishing && done) || profile.leaving() || over()) {
          bid(link);
          if (!profile.leaving() || finishing) {
            return;
          }
          throw new LinkException("the primary host is offline");
        }
        boolean _ = wake.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        wake.drainPermits();
      }
    }
  }

  /** A refusal is told once, not after every reconnection. */
  private void heard(List<String> refused) {
    trouble = "";
    if (!refused.isEmpty()) {
      trouble("the broker does not let us listen to " + String.join(", ", refused));
      if (!refused.equals(deafTo)) {
        unheard.accept(refused);
      }
    }
    deafTo = refused;
  }

  private void greet(MqttLink link) throws LinkException {
    for (Outgoing greeting : profile.greeting()) {
      inFlight.add(new Underway(false, link.publish(greeting), System.nanoTime()));
    }
  }

  /** Sends what can be sent; true when nothing is left. */
  private boolean serve(MqttLink link) throws LinkException {
    settle();
    while (profile.open() && inFlight.size() < WINDOW) {
      Message message = outbox.next();
      if (message == null) {
        break;
      }
      inFlight.add(new Underway(true, link.publish(profile.message(message)), System.nanoTime()));
    }
    while (profile.open() && (batch == null || batch.done())) {
      Batch next = samples.poll();
      if (next == null) {
        break;
      }
      Outgoing out = profile.batch(next);
      batch = out == null ? null : link.publish(out);
    }
    settle();
    return inFlight.isEmpty() && outbox.waiting() == 0 && samples.size() == 0;
  }

  private void settle() throws LinkException {
    while (!inFlight.isEmpty() && inFlight.getFirst().delivery().done()) {
      if (inFlight.removeFirst().ofOutbox()) {
        outbox.confirmed();
      }
    }
    if (!inFlight.isEmpty()) {
      Underway oldest = inFlight.getFirst();
      if (oldest.delivery().failed()) {
        throw new LinkException("the broker went away while a message was on its way");
      }
      if (System.nanoTime() - oldest.sinceNanos() > PATIENCE_NANOS) {
        throw new LinkException("the broker did not confirm a message within 10 s");
      }
    }
    if (batch != null && batch.failed()) {
      throw new LinkException("the broker went away while samples were on their way");
    }
  }

  private void bid(MqttLink link) throws LinkException {
    for (Outgoing farewell : profile.farewell()) {
      link.publish(farewell);
    }
    link.leave();
  }

  private boolean over() {
    return finishing && System.nanoTime() - deadlineNanos > 0;
  }

  private void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(finishing ? FIRST_PAUSE_MILLIS : millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
