package lissauer.controller.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.plan.Plan;
import lissauer.controller.plan.Site;
import lissauer.hal.Rig;
import lissauer.hal.TipPosition;
import lissauer.hal.stage.SiteConfirmation;
import org.jspecify.annotations.Nullable;

/**
 * Asks the operator of a rig without a stage to place the tip, and takes a line for the answer:
 * Enter on a terminal, the next line of a pipe. An answer counts for the site that was shown.
 */
final class OperatorPrompt implements AutoCloseable {
  private static final long LOOK_MILLIS = 50;

  private final SiteConfirmation operator;
  private final List<Site> sites;
  private final PrintWriter out;
  private final Acknowledgement acknowledgement;
  private final AtomicReference<@Nullable TipPosition> shown = new AtomicReference<>();
  private volatile boolean closed;

  private OperatorPrompt(
      SiteConfirmation operator, List<Site> sites, PrintWriter out, Acknowledgement waiting) {
    this.operator = operator;
    this.sites = sites;
    this.out = out;
    this.acknowledgement = waiting;
  }

  /** On a rig whose stage needs nobody. */
  private record Nobody() implements SiteConfirmation {
    @Override
    public @Nullable TipPosition awaited() {
      return null;
    }

    @Override
    public boolean confirm(TipPosition at) {
      return false;
    }
  }

  /**
   * Starts to ask when somebody has to confirm sites on this rig, and does nothing otherwise.
   *
   * @param waits whether a trip waits for {@code ack} and its name, on the same input
   */
  static OperatorPrompt of(Rig rig, Plan plan, InputStream in, PrintWriter out, boolean waits) {
    if (!(rig.positioner() instanceof SiteConfirmation operator)) {
      return new OperatorPrompt(new Nobody(), List.of(), out, Acknowledgement.never());
    }
    Acknowledgement waiting = waits ? Acknowledgement.awaited() : Acknowledgement.never();
    OperatorPrompt prompt = new OperatorPrompt(operator, plan.sites(), out, waiting);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Thread.ofPlatform().daemon().name("prompt").start(prompt::show);
    Thread.ofPlatform().daemon().name("operator").start(() -> prompt.listen(lines));
    return prompt;
  }

  /** Whether it reads the input, so that nobody else must. */
  boolean listens() {
    return !(operator instanceof Nobody);
  }

  /** What is typed after {@code ack}. */
  Acknowledgement acknowledgement() {
    return acknowledgement;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void show() {
    while (!closed) {
      TipPosition wanted = operator.awaited();
      if (wanted != null && !wanted.equals(shown.get())) {
        out.println(question(wanted));
        out.flush();
        shown.set(wanted);
      }
      pause();
    }
  }

  private String question(TipPosition wanted) {
    String site =
        sites.stream()
            .filter(each -> each.at().equals(wanted))
            .map(each -> "site " + each.number() + " of " + sites.size() + ": ")
            .findFirst()
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%splace the tip at %.1f mm along the row, %.1f mm deep, then press Enter",
        site,
        wanted.alongMillimetres(),
        wanted.depthMillimetres());
  }

  /** A line that comes before its question waits for it. */
  private void listen(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(TypedAcknowledgement.WORD)) {
          acknowledgement.give(line.substring(TypedAcknowledgement.WORD.length()).strip());
          continue;
        }
        while (!closed && !confirmed()) {
          pause();
        }
      }
      if (!closed) {
        out.println(
            "the input has ended: nobody can confirm a site from here; Ctrl-C ends the row");
        out.flush();
      }
    } catch (IOException gone) {
      // The same as its end.
    }
  }

  private boolean confirmed() {
    TipPosition asked = shown.get();
    return asked != null && operator.confirm(asked);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
