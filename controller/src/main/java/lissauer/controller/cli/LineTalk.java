package lissauer.controller.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import lissauer.controller.commission.Aborted;
import lissauer.controller.commission.Talk;
import org.jspecify.annotations.Nullable;

/** A person at a terminal, or a script at a pipe: lines out, lines in, none of them waited for. */
final class LineTalk implements Talk {
  private static final long WAIT_MILLIS = 5;

  /** What was typed; the last is no line but the end. */
  private record Line(String text, boolean last) {}

  private final PrintWriter out;
  private final BlockingQueue<Line> answers = new LinkedBlockingQueue<>();

  private @Nullable Line next;

  LineTalk(InputStream in, PrintWriter out) {
    this.out = out;
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Thread.ofPlatform().daemon().name("answers").start(() -> read(lines));
  }

  @Override
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public @Nullable String answer(Predicate<String> wanted) throws Aborted {
    try {
      if (next == null) {
        next = answers.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      }
      Line first = next;
      if (first == null) {
        return null;
      }
      if (first.last()) {
        throw new Aborted("no more answers: the input has ended");
      }
      String answer = first.text().strip();
      if (!wanted.test(answer)) {
        return null;
      }
      next = null;
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Aborted("interrupted");
    }
  }

  private void read(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(new Line(line, false));
      }
    } catch (IOException gone) {
      // The same as its end.
    }
    answers.add(new Line("", true));
  }
}
