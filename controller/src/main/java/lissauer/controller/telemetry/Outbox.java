package lissauer.controller.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Messages that must arrive, in order, on disk until the broker has confirmed them.
 *
 * <p>Each service start has a file of its own, named after when it began; what earlier starts left
 * behind is handed out first. A message is handed out by {@link #next}, again after {@link
 * #rewind}, and goes some time after it was {@link #confirmed}: a broker that dies takes with it
 * what it has not stored. When the disk refuses, messages are kept in memory only, and {@link
 * #trouble} says so. Safe for use by several threads.
 */
final class Outbox implements AutoCloseable {
  /** 20,000 messages are more than a hundred rows without a broker. */
  static final int MOST_MESSAGES = 20_000;

  private static final String ENDING = ".outbox";
  private static final long EMPTY_FROM_BYTES = 1 << 20;

  /**
   * What the broker confirmed earlier than this before its last confirmation it has stored by then:
   * three times the autosave_interval that docs/telemetry asks of a broker.
   */
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final int most;
  private final List<OutboxFile> old = new ArrayList<>();
  private final @Nullable OutboxFile own;
  private final LongSupplier nanos;
  private final Deque<Confirmed> recent = new ArrayDeque<>();
  private final Deque<Waiting> sent = new ArrayDeque<>();
  private final Deque<Waiting> unsent = new ArrayDeque<>();
  private int repeats;
  private long confirmed;
  private long lost;
  private String trouble = "";

  /** A message and the file that holds it, if the disk took it. */
  private record Waiting(
      Message message, @Nullable OutboxFile file, long nextBytes, boolean again) {
    Waiting repeated() {
      return new Waiting(message, file, nextBytes, true);
    }

    Waiting withoutFile() {
      return new Waiting(message, null, 0, again);
    }
  }

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
        OutboxFile.Contents left = file.unconfirmed();
        for (OutboxFile.Kept kept : left.kept()) {
          unsent.add(new Waiting(kept.message(), file, kept.nextBytes(), false));
        }
        if (left.damaged() > 0) {
          lost += left.damaged();
          trouble = "an outbox of an earlier run is damaged and kept as " + file.aside();
        }
      }
    }
  }

  /** Takes a message; when too many wait already it is lost and counted. */
  synchronized void add(Message message) {
    if (sent.size() + unsent.size() - repeats >= most) {
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
    if (waiting.again()) {
      repeats--;
    } else {
      confirmed++;
    }
    long now = nanos.getAsLong();
    recent.add(new Confirmed(waiting, now));
    try {
      while (recent.size() > most || now - recent.getFirst().sinceNanos() > AGAIN_NANOS) {
        stored(recent.remove().waiting());
      }
      if (own != null && sent.isEmpty() && unsent.isEmpty() && own.bytes() > EMPTY_FROM_BYTES) {
        startOver(own);
      }
    } catch (IOException e) {
      trouble(e);
    }
  }

  private static void stored(Waiting waiting) throws IOException {
    OutboxFile file = waiting.file();
    if (file != null) {
      file.confirm(waiting.nextBytes());
    }
  }

  /** What was confirmed lately stays in memory only: a file must not grow with a long run. */
  private void startOver(OutboxFile file) throws IOException {
    for (int i = recent.size(); i > 0; i--) {
      Confirmed one = recent.remove();
      boolean inIt = one.waiting().file() == file;
      recent.add(inIt ? new Confirmed(one.waiting().withoutFile(), one.sinceNanos()) : one);
    }
    file.empty();
  }

  /**
   * The connection is gone: everything that was not confirmed is handed out again, and before it
   * what was confirmed in the seconds before the last confirmation. That one is the broker's last
   * sign of life: however long it then hung, it stored nothing.
   */
  synchronized void rewind() {
    unsentAgain();
    while (!recent.isEmpty()) {
      unsent.addFirst(recent.removeLast().waiting().repeated());
      repeats++;
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

  /**
   * Closes the files; those in which nothing is left go. While anything is left the broker may be
   * dying, and what it confirmed last is left too.
   */
  @Override
  public synchronized void close() {
    unsentAgain();
    Set<@Nullable OutboxFile> needed = new HashSet<>();
    unsent.forEach(waiting -> needed.add(waiting.file()));
    if (!unsent.isEmpty()) {
      recent.forEach(one -> needed.add(one.waiting().file()));
    }
    for (OutboxFile file : old) {
      close(file, needed.contains(file));
    }
    if (own != null) {
      close(own, needed.contains(own));
    }
  }

  private void close(OutboxFile file, boolean needed) {
    try {
      if (needed) {
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
