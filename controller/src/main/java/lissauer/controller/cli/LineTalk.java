package lissauer.controller.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

  private final PrintWriter out;
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

  private @Nullable Optional<String> next;

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
      Optional<String> first = next;
      if (first == null) {
        return null;
      }
      String answer =
          first.orElseThrow(() -> new Aborted("no more answers: the input has ended")).strip();
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
        answers.add(Optional.of(line));
      }
    } catch (IOException gone) {
      // The same as its end.
    }
    answers.add(Optional.empty());
  }
}
