package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lissauer.controller.TestBench;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import lissauer.hal.TipPosition;
import lissauer.hal.stage.ManualPositioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An operator places the tip by hand and confirms on the terminal. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OperatorPromptTest {
  private final TestBench bench = new TestBench("nashold-spinal");
  private final ManualPositioner operator = new ManualPositioner();
  private final StringWriter said = new StringWriter();

  @Test
  void eachSiteIsAskedForOnceAndALineConfirmsTheOneThatWasShown() throws Exception {
    try (PipedOutputStream keys = new PipedOutputStream();
        OperatorPrompt _ = prompt(new PipedInputStream(keys))) {
      TipPosition first = bench.protocol.plan().sites().get(0).at();
      operator.moveTo(first);
      awaitSaid("site 1 of 20");
      assertThat(operator.read().settled()).isFalse();
      keys.write('\n');
      keys.flush();
      while (!operator.read().settled()) {
        Thread.sleep(5);
      }
      operator.moveTo(bench.protocol.plan().sites().get(1).at());
      awaitSaid("site 2 of 20: place the tip at 1.0 mm along the row, 2.0 mm deep");
      assertThat(operator.read().settled()).isFalse();
      assertThat(said.toString()).containsOnlyOnce("site 1 of 20");
    }
  }

  @Test
  void aLineThatComesEarlyWaitsForItsQuestionAndTheEndOfThePipeIsTold() throws Exception {
    try (OperatorPrompt _ =
        prompt(new ByteArrayInputStream("\n".getBytes(StandardCharsets.UTF_8)))) {
      operator.moveTo(bench.protocol.plan().sites().get(0).at());
      while (!operator.read().settled()) {
        Thread.sleep(5);
      }
      awaitSaid("nobody can confirm a site from here");
    }
  }

  private OperatorPrompt prompt(java.io.InputStream in) throws DeviceException {
    Rig rig = bench.with(Map.of()).open();
    Rig byHand =
        new Rig(
            rig.name(),
            rig.simulated(),
            rig.devices(),
            rig.clock(),
            rig.generator(),
            rig.thermocouple(),
            rig.interlock(),
            rig.relay(),
            rig.footswitch(),
            operator,
            rig.indicator(),
            rig.release());
    return OperatorPrompt.of(byHand, bench.protocol.plan(), in, new PrintWriter(said, true), false);
  }

  private void awaitSaid(String words) throws InterruptedException {
    while (!said.toString().contains(words)) {
      Thread.sleep(5);
    }
  }
}
