package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.SensorTrip;
import lissauer.controller.safety.StopSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RigLatchTest {
  @TempDir private Path folder;

  @Test
  void aFreshRigHasNothingToAcknowledge() throws IOException {
    try (RigLatch latch = RigLatch.take(folder, "wired")) {
      assertThat(latch.left()).isEmpty();
    }
  }

  @Test
  void aProcessThatDiedLeavesTheRigLatched() throws IOException {
    try (RigLatch latch = RigLatch.take(folder, "wired")) {
      latch.running("monday");
    }
    try (RigLatch latch = RigLatch.take(folder, "wired")) {
      assertThat(latch.left())
          .get()
          .extracting("trip", "run")
          .containsExactly("Interrupted", "monday");
    }
  }

  @Test
  void aTripStaysOverAnyNumberOfStartsUntilItIsAcknowledged() throws IOException {
    try (RigLatch latch = RigLatch.take(folder, "wired")) {
      latch.running("monday");
      latch.ended("monday", new SensorTrip.StaleSample(0.3, 0.25));
    }
    for (int i = 0; i < 3; i++) {
      try (RigLatch latch = RigLatch.take(folder, "wired")) {
        assertThat(latch.left().orElseThrow().trip()).isEqualTo("StaleSample");
        assertThat(latch.left().orElseThrow().what()).contains("0.300 s");
      }
    }
    assertThat(acknowledge("InvalidSample").code()).isEqualTo(ExitCode.INCOMPLETE);
    CliRun told = acknowledge();
    assertThat(told.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(told.out()).contains("StaleSample").contains("perhaps").contains("next");
    assertThat(acknowledge("StaleSample").code()).isEqualTo(ExitCode.DONE);
    assertThat(acknowledge().out()).contains("nothing to acknowledge");
  }

  @Test
  void aRowThatWasDoneOrStoppedByAPersonLeavesNothing() throws IOException {
    try (RigLatch latch = RigLatch.take(folder, "wired")) {
      latch.running("monday");
      latch.ended("monday", null);
      assertThat(latch.left()).isEmpty();
      latch.running("tuesday");
      latch.ended("tuesday", new RigTrip.Stopped(StopSource.TERMINAL));
      assertThat(latch.left()).isEmpty();
    }
  }

  @Test
  void aSecondServiceIsRefused() throws IOException {
    try (RigLatch latch = RigLatch.take(folder, "wired")) {
      latch.running("monday");
      assertThatThrownBy(() -> RigLatch.take(folder, "wired"))
          .isInstanceOf(RigLatch.RigInUse.class)
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
      RigLatch.take(folder, "another").close();
    }
  }

  @Test
  void aLatchThatCannotBeReadIsNoReasonToHeat() throws IOException {
    Files.writeString(folder.resolve("wired.latch"), "{\"run\":");
    try (RigLatch latch = RigLatch.take(folder, "wired")) {
      assertThatThrownBy(latch::left).hasMessageContaining("wired.latch");
    }
  }

  private CliRun acknowledge(String... trip) {
    String[] arguments = {"acknowledge", "--rig", "wired", "--state", folder.toString()};
    return CliRun.of(
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(arguments), java.util.Arrays.stream(trip))
            .toArray(String[]::new));
  }
}
