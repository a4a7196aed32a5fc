package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lissauer.controller.cli.WiredService.Change;
import lissauer.controller.record.Replay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to a process while it heats, and what the front end beside it makes of that. The
 * front end's own log judges: its output is never on for longer than a lease without a command.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessFaultTest {
  /** On a machine that stands still for 0.2 s a row ends before its time; then another is begun. */
  private static final int TRIES = 6;

  /** A lease, and how often the board looks after itself. */
  private static final double LEASE_SECONDS = 0.255;

  private static final double BUDGET_SECONDS = 0.3;

  private static final String TOO_BUSY =
      "this machine stands still too often for a row in real time";

  @TempDir private Path folder;
  private WiredService wired;
  private Process service;
  private String name = "";
  private int rows;

  @BeforeEach
  void plug() throws Exception {
    wired = new WiredService(folder);
  }

  @AfterEach
  void unplug() throws Exception {
    wired.close();
  }

  @Test
  void killedWhileItHeatsItLeavesRfOffWithinItsBudgetAndTheRowInterrupted() throws Exception {
    double seconds =
        untilNotStoodStill(() -> {
          signal("KILL");
          return "killed";
        });
    long killed = System.nanoTime();
    assertThat(seconds).isLessThanOrEqualTo(BUDGET_SECONDS);
    assertThat(wired.longestWithoutCommandSeconds()).isLessThanOrEqualTo(LEASE_SECONDS);
    assertThat(Replay.of(journal()).end()).isEqualTo("interrupted");
    assertThat(Replay.of(journal()).difference()).isNull();
    Process again = wired.start("again", name + "-state", Change::none);
    assertThat(wired.printed(again, "again")).contains("acknowledge --rig wired Interrupted");
    assertThat(wired.cameOn(killed)).isFalse();
  }

  @Test
  void stoppedForFiveSecondsItFindsRfOffAndDoesNotSwitchItOnAgain() throws Exception {
    double seconds =
        untilNotStoodStill(() -> {
          signal("STOP");
          return "stopped";
        });
    long stopped = System.nanoTime();
    assertThat(seconds).isLessThanOrEqualTo(BUDGET_SECONDS);
    Thread.sleep(5000);
    signal("CONT");
    assertThat(wired.printed(service, name)).contains("TRIPPED", "output   measured to be off");
    assertThat(service.exitValue()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(wired.cameOn(stopped)).isFalse();
    assertThat(wired.longestWithoutCommandSeconds()).isLessThanOrEqualTo(LEASE_SECONDS);
  }

  @Test
  @Tag("process")
  void withoutMemoryItEndsAndRfGoesOffWithTheLease() throws Exception {
    sabotage("memory", "-Xmx64m");
    wired.printed(service, name);
    assertThat(service.exitValue()).isNotZero();
    assertOff();
  }

  @Test
  @Tag("process")
  void aSecondOfAllocationsIsSurvivedOrTripsButNeverLeavesRfOnWithoutCommands() throws Exception {
    sabotage("storm", "-Xmx96m");
    String printed = wired.printed(service, name);
    assertThat(printed).contains("the storm is over").containsAnyOf("ROW DONE", "TRIPPED");
    assertOff();
  }

  @Test
  @Tag("process")
  void withoutFileDescriptorsTheProcessEndsAndRfIsOff() throws Exception {
    Change few = Change.after("ulimit -n 256");
    Change enemy = Change.enemy("descriptors", trigger());
    start(command -> few.of(enemy.of(command)));
    Files.createFile(trigger());
    assertThat(wired.printed(service, name)).contains("no descriptor left");
    assertOff();
  }

  @Test
  @Tag("process")
  void aFullDiskTripsAndRfGoesOff() throws Exception {
    start(Change.after("ulimit -f 320"));
    String printed = wired.printed(service, name);
    assertThat(printed).contains("the record can no longer be written", "measured to be off");
    assertThat(service.exitValue()).isEqualTo(ExitCode.INCOMPLETE);
    assertOff();
  }

  @Test
  @Tag("process")
  void aSecondServiceOnTheSameRigIsRefusedAndTheFirstGoesOn() throws Exception {
    start(Change::none);
    Process second = wired.start("second", name + "-state", Change::none);
    assertThat(wired.printed(second, "second")).contains("in use");
    assertThat(second.exitValue()).isEqualTo(ExitCode.USAGE);
    assertDone();
    assertOff();
  }

  @Test
  @Tag("process")
  void anOutputStageThatStaysOnBehindTheWiresIsStoppedByTheRelay() throws Exception {
    wired.close();
    wired = new WiredService(folder, "--faults", "output-stays-on");
    start(Change::none);
    String printed = wired.printed(service, name);
    long fault = wired.nanosOf("fault", 0);
    assertThat(printed).contains("TRIPPED", "although told to be off");
    assertThat((wired.offNanos(fault) - fault) * 1e-9).isLessThanOrEqualTo(BUDGET_SECONDS);
  }

  @Test
  @Tag("process")
  void aWallClockThatJumpsByAnHourChangesNothing() throws Exception {
    Path library = faketime();
    Path offset = Files.writeString(folder.resolve("offset"), "+0");
    Change faked =
        Change.after(
            "export LD_PRELOAD="
                + library
                + " FAKETIME_TIMESTAMP_FILE="
                + offset
                + " FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1");
    start(faked);
    Files.writeString(offset, "+1h");
    assertDone();
    assertOff();
  }

  @Test
  @Tag("process")
  void aBrokerThatHangsAndOneThatIsNotThereChangeNothing() throws Exception {
    try (ServerSocket hung = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      start(Change.broker("mqtt://127.0.0.1:" + hung.getLocalPort()));
      assertDone();
    }
    int nobody;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = gone.getLocalPort();
    }
    start(Change.broker("mqtt://127.0.0.1:" + nobody));
    assertDone();
    assertOff();
  }

  /** Debian's faketime, where it is installed. */
  private static Path faketime() throws Exception {
    Process find =
        new ProcessBuilder("bash", "-c", "ls /usr/lib/*/faketime/libfaketime.so.1").start();
    String found = new String(find.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    Assumptions.assumeFalse(found.isEmpty(), "faketime is not installed");
    return Path.of(found);
  }

  /** A row may end early where nothing runs in time; that is no finding about the service. */
  private void assertDone() throws Exception {
    String printed = wired.printed(service, name);
    Assumptions.assumeFalse(printed.contains("no answer"), TOO_BUSY);
    assertThat(printed).contains("ROW DONE");
  }

  private void assertOff() throws Exception {
    assertThat(wired.longestWithoutCommandSeconds()).isLessThanOrEqualTo(LEASE_SECONDS);
    wired.offNanos(0);
  }

  private void sabotage(String what, String option) throws Exception {
    start(Change.enemy(what, trigger(), option));
    Files.createFile(trigger());
  }

  private Path trigger() {
    return folder.resolve("trigger");
  }

  /** Starts a row and waits until it holds. */
  private void start(Change change) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      name = "row" + rows++;
      service = wired.start(name, name + "-state", change);
      if (wired.heats(service)) {
        return;
      }
      String why = wired.printed(service, name);
      assertThat(service.exitValue()).as(why).isNotEqualTo(ExitCode.USAGE);
      System.out.println("not heated: " + why);
    }
    Assumptions.abort(TOO_BUSY);
  }

  /** How long after what is done to a service that heats its output goes off. */
  private double untilNotStoodStill(Act act) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      start(Change::none);
      try (StallWitness machine = new StallWitness()) {
        long done = System.nanoTime();
        String what = act.happens();
        double seconds = (wired.offNanos(done) - done) * 1e-9;
        if (seconds <= BUDGET_SECONDS || !machine.stoodStill()) {
          System.out.printf("%s: output off after %.3f s%n", what, seconds);
          return seconds;
        }
      }
      service.destroyForcibly().waitFor();
    }
    return Assumptions.abort(TOO_BUSY);
  }

  @FunctionalInterface
  private interface Act {
    String happens() throws Exception;
  }

  private void signal(String which) throws Exception {
    List<String> command = List.of("kill", "-" + which, String.valueOf(service.pid()));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  private Path journal() {
    return folder.resolve(name).resolve("journal.jsonl");
  }
}
