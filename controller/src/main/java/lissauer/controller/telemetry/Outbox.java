package lissauer.controller.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Messages that must arrive, in order, on disk until the broker has confirmed them.
 *
 * <p>Each service start has a file of its own, named after when it began; what earlier starts left
 * behind is handed out first. A message is handed out by {@link #next}, again after {@link
 * #rewind}, and goes with {@link #confirmed}. When the disk refuses, messages are kept in memory
 * only, and {@link #trouble} says so. Safe for use by several threads.
 */
final class Outbox implements AutoCloseable {
  /** 20,000 messages are more than a hundred rows without a broker. */
  static final int MOST_MESSAGES = 20_000;

  private static final String ENDING = ".outbox";
  private static final int MOST_AGAIN = 256;
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long EMPTY_FROM_BYTES = 1 << 16;

  private final int most;
  private final List<OutboxFile> old = new ArrayList<>();
  private final @Nullable OutboxFile own;
  private final LongSupplier nanos;
  private final Deque<Confirmed> recent = new ArrayDeque<>();
  private final Deque<Waiting> sent = new ArrayDeque<>();
  private final Deque<Waiting> unsent = new ArrayDeque<>();
  private long confirmed;
  private long lost;
  private String trouble = "";

  /** A message and the file that holds it, if the disk took it. */
  private record Waiting(
      Message message, @Nullable OutboxFile file, long nextBytes, boolean again) {}

  /** A message that the broker has had since then. */
  private record Confirmed(Waiting waiting, long sinceNanos) {}

  /**
   * Opens the outbox of a rig in a folder, which is made when it is not there.
   *
   * @param name names the file of this start; sorts after those of earlier ones
   * @param most messages that may wait
   * @param nanos monotonic time
   */
  Outbox(Path folder, String name, int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
    OutboxFile file = null;
    try {
      Files.createDirectories(folder);
      adopt(folder);
      file = OutboxFile.open(folder.resolve(name + ENDING));
    } catch (IOException e) {
      trouble(e);
    }
    own = file;
  }

  /** Takes what others left behind, but for what they are still sending themselves. */
  private void adopt(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(path -> path.toString().endsWith(ENDING)).sorted().toList();
    }
    for (Path path : files) {
      OutboxFile file = OutboxFile.open(path);
      if (file != null) {
        old.add(file);
        for (OutboxFile.Kept kept : file.unconfirmed()) {
          unsent.add(new Waiting(kept.message(), file, kept.nextBytes(), false));
        }
      }
    }
  }

  /** Takes a message; when too many wait already it is lost and counted. */
  synchronized void add(Message message) {
    if (sent.size() + unsent.size() >= most) {
      lost++;
      return;
    }
    if (own != null) {
      try {
        unsent.add(new Waiting(message, own, own.append(message).nextBytes(), false));
        return;
      } catch (IOException e) {
        trouble(e);
      }
    }
    unsent.add(new Waiting(message, null, 0, false));
  }

  /** The next message to send, or null. It stays until it is confirmed. */
  synchronized @Nullable Message next() {
    Waiting waiting = unsent.poll();
    if (waiting == null) {
      return null;
    }
    sent.add(waiting);
    return waiting.message();
  }

  /** The broker has the oldest message that was handed out. */
  synchronized void confirmed() {
    Waiting waiting = sent.remove();
    long now = nanos.getAsLong();
    recent.add(new Confirmed(waiting, now));
    while (recent.size() > MOST_AGAIN || now - recent.getFirst().sinceNanos() > AGAIN_NANOS) {
      recent.remove();
    }
    OutboxFile file = waiting.file();
    if (waiting.again()) {
      return;
    }
    confirmed++;
    if (file != null) {
      try {
        file.confirm(waiting.nextBytes());
        if (file == own && sent.isEmpty() && unsent.isEmpty() && file.bytes() > EMPTY_FROM_BYTES) {
          file.empty();
        }
      } catch (IOException e) {
        trouble(e);
      }
    }
  }

  /**
   * The connection is gone: everything that was not confirmed is handed out again, and before it
   * what was confirmed in the last seconds. A broker that is killed takes with it what it has
   * confirmed and not yet passed on or stored.
   */
  synchronized void rewind() {
    unsentAgain();
    long now = nanos.getAsLong();
    while (!recent.isEmpty()) {
      Confirmed confirmedOne = recent.removeLast();
      if (now - confirmedOne.sinceNanos() <= AGAIN_NANOS) {
        Waiting waiting = confirmedOne.waiting();
        unsent.addFirst(new Waiting(waiting.message(), null, 0, true));
      }
    }
  }

  private void unsentAgain() {
    while (!sent.isEmpty()) {
      unsent.addFirst(sent.removeLast());
    }
  }

  /** Messages that the broker has not confirmed. */
  synchronized long waiting() {
    return (long) sent.size() + unsent.size();
  }

  synchronized long delivered() {
    return confirmed;
  }

  synchronized long lost() {
    return lost;
  }

  /** What the disk last said, or empty. */
  synchronized String trouble() {
    return trouble;
  }

  /** Closes the files; those in which nothing is left go. */
  @Override
  public synchronized void close() {
    unsentAgain();
    for (OutboxFile file : old) {
      close(file);
    }
    if (own != null) {
      close(own);
    }
  }

  private void close(OutboxFile file) {
    try {
      if (unsent.stream().anyMatch(waiting -> waiting.file() == file)) {
        file.close();
      } else {
        file.remove();
      }
    } catch (IOException e) {
      trouble(e);
    }
  }

  private void trouble(IOException e) {
    trouble = "the outbox is in memory only: " + e;
  }
}
