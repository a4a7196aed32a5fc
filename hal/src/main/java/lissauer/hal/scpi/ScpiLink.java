package lissauer.hal.scpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.link.Lines;
import lissauer.hal.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * One instrument's side of a conversation. A round is a few questions, sent one at a time, the next
 * when the one before is answered; nobody waits for them inside a tick.
 */
final class ScpiLink implements AutoCloseable {
  /** Between two looks while a rig opens. */
  private static final long WAIT_NANOS = 500_000;

  private final Lines lines;
  private final long answerNanos;
  private List<ScpiQuery> asked = List.of();
  private final List<String> answers = new ArrayList<>();
  private long sentNanos;

  /**
   * @param answerSeconds how long one question may stay unanswered
   */
  ScpiLink(String device, Link link, double answerSeconds) {
    this.lines = new Lines(device, link);
    this.answerNanos = Math.round(answerSeconds * 1e9);
  }

  /** Sends a setting, of which an instrument says nothing. */
  void tell(String command) throws DeviceException {
    lines.send(command);
  }

  /** Whether a round is under way. */
  boolean busy() {
    return answers.size() < asked.size();
  }

  /** Begins a round; what has come in unasked is counted and forgotten. */
  void ask(List<ScpiQuery> queries, long nowNanos) throws DeviceException {
    while (lines.next() != null) {
      bad("unasked");
    }
    asked = queries;
    answers.clear();
    send(nowNanos);
  }

  /**
   * Goes on with the round as far as that is possible now.
   *
   * @return the answers, without their headers; null while one is missing
   * @throws DeviceException if one is overdue
   */
  @Nullable List<String> poll(long nowNanos) throws DeviceException {
    return poll(nowNanos, answerNanos);
  }

  private @Nullable List<String> poll(long nowNanos, long longestNanos) throws DeviceException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      String payload = busy() ? payload(line, asked.get(answers.size())) : null;
      if (payload == null) {
        bad("unasked");
        continue;
      }
      answers.add(payload);
      if (!busy()) {
        return List.copyOf(answers);
      }
      send(nowNanos);
    }
    if (busy() && nowNanos - sentNanos > longestNanos) {
      String question = asked.get(answers.size()).text();
      abandon();
      bad("no answer");
      throw trouble(
          "no answer to %s within %.0f ms; %s"
              .formatted(question, longestNanos * 1e-6, lines.bad()));
    }
    return null;
  }

  /** Asks and waits, which is allowed only while a rig opens or closes. */
  List<String> converse(RigClock clock, double answerSeconds, ScpiQuery... queries)
      throws DeviceException {
    ask(List.of(queries), clock.nanos());
    long longestNanos = Math.round(answerSeconds * 1e9);
    List<String> replies = poll(clock.nanos(), longestNanos);
    while (replies == null) {
      clock.sleepUntil(clock.nanos() + WAIT_NANOS);
      replies = poll(clock.nanos(), longestNanos);
    }
    return replies;
  }

  /** Forgets the round; an answer that still comes counts as unasked. */
  void abandon() {
    asked = List.of();
    answers.clear();
  }

  void bad(String kind) {
    lines.bad().count(kind);
  }

  Map<String, Long> badFrames() {
    return lines.bad().counts();
  }

  DeviceException trouble(String message) {
    return new DeviceException(lines.device(), message);
  }

  @Override
  public void close() {
    lines.close();
  }

  private void send(long nowNanos) throws DeviceException {
    sentNanos = nowNanos;
    lines.send(asked.get(answers.size()).text());
  }

  /** The answer without prompt and header; null when it answers something else. */
  private static @Nullable String payload(String line, ScpiQuery query) {
    String text = line.startsWith(">>") ? line.substring(2).strip() : line;
    if (query.header().isEmpty()) {
      return text;
    }
    if (text.startsWith(query.header() + " ")) {
      return text.substring(query.header().length() + 1).strip();
    }
    int colon = text.indexOf(':');
    boolean otherHeader = colon >= 0 && colon < 4;
    return otherHeader ? null : text;
  }
}
