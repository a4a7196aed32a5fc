package lissauer.controller.telemetry;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Looks at the rigs of a broker from another process, and comes back when the broker does. */
public final class Watcher implements AutoCloseable {
  private static final long AGAIN_MILLIS = 1000;
  private static final long LOOK_MILLIS = 250;

  private final RigView view = new RigView();
  private final TelemetrySettings settings;
  private final String topics;
  private final Thread thread;
  private volatile boolean closed;
  private volatile String trouble = "";

  /**
   * Begins to look.
   *
   * @param rigs LAB/RIG, either of them + for all
   */
  public Watcher(TelemetrySettings settings, String rigs) {
    this.settings = settings;
    this.topics = Topics.ROOT + "/" + rigs + "/+";
    thread = Thread.ofPlatform().daemon().name("watcher").start(this::look);
  }

  /** A picture of all rigs, a line each. */
  public List<String> picture() {
    return view.picture();
  }

  /** What has happened since this was asked last. */
  public List<String> news() {
    return view.news();
  }

  /** Why nothing can be seen, or empty. */
  public String trouble() {
    return trouble;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void look() {
    while (!closed) {
      try {
        connected();
      } catch (LinkException e) {
        trouble = String.valueOf(e.getMessage());
      } catch (InterruptedException e) {
        return;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void connected() throws LinkException, InterruptedException {
    Semaphore wake = new Semaphore(0);
    String name = "lissauer-watch-" + UUID.randomUUID();
    try (MqttLink link =
        MqttLink.open(
            settings.broker(),
            settings.login(),
            name,
            null,
            (topic, payload, _) -> view.received(topic, payload),
            wake)) {
      if (!link.subscribe(List.of(new Subscription(topics, 1))).isEmpty()) {
        throw new LinkException(settings.broker() + " does not let us listen to " + topics);
      }
      trouble = "";
      while (!closed && link.up()) {
        boolean _ = wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        wake.drainPermits();
      }
    }
    trouble = settings.broker() + " went away";
  }
}
