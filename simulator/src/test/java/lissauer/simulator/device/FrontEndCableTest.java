package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RfRelay;
import lissauer.hal.modbus.FrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver on a real serial port whose cable is pulled and plugged back. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FrontEndCableTest {
  private static final RfCommand SOME = new RfCommand(0.2, 250_000_000);

  @TempDir private Path folder;

  @Test
  void aPulledCableIsAnErrorTheBoardSwitchesOffByItselfAndItComesBackAsItWas()
      throws IOException, DeviceException {
    try (WiredFrontEnd wired = new WiredFrontEnd(folder);
        FrontEnd frontEnd = wired.open()) {
      RfGenerator generator = frontEnd.port(RfGenerator.class).orElseThrow();
      heat(wired, frontEnd);
      wired.device().unplug();
      assertThat(Files.exists(wired.link)).isFalse();
      assertThatThrownBy(() -> generator.exchange(SOME))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining(wired.link.toString());
      assertThatThrownBy(() -> generator.exchange(SOME)).hasMessageContaining("is the cable in");
      wired.clock.sleepUntil(wired.clock.nanos() + 800_000_000);
      assertThat(wired.tissueWatts()).isZero();
      assertThat(wired.log())
          .anyMatch(line -> line.contains("lease ended"))
          .anyMatch(line -> line.contains("contact open"));
      wired.device().plug();
      RfReading back = exchangeWhenBack(wired, generator);
      assertThat(back.outputOn()).isFalse();
      assertThat(frontEnd.port(RfRelay.class).orElseThrow().closed()).isFalse();
      heat(wired, frontEnd);
      assertThat(wired.tissueWatts()).isPositive();
      generator.close();
      assertThat(wired.tissueWatts()).isZero();
    }
    assertThat(Files.exists(folder.resolve("front-end"))).isFalse();
  }

  @Test
  void anotherSpeedAtTheDeviceIsSilenceAndTheDeviceSaysWhy() throws IOException {
    try (WiredFrontEnd wired = new WiredFrontEnd(folder)) {
      var setup = new lissauer.hal.modbus.FrontEndSetup(wired.link.toString(), 57_600, 1);
      assertThatThrownBy(() ->
              FrontEnd.open(
                  setup,
                  () -> new lissauer.hal.link.SerialLink(setup.path(), setup.baudHertz()),
                  lissauer.hal.modbus.FrontEndCaps.of(
                      lissauer.simulator.BenchFixture.electrode().caps()),
                  wired.clock))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("no answer");
      assertThat(wired.log()).anyMatch(line -> line.contains("framing errors"));
    }
  }

  /** One good exchange is enough: on a busy machine a lease may end between two. */
  private static void heat(WiredFrontEnd wired, FrontEnd frontEnd) throws DeviceException {
    RfGenerator generator = frontEnd.port(RfGenerator.class).orElseThrow();
    frontEnd.port(RfRelay.class).orElseThrow().drive(true);
    double most = 0;
    for (int i = 0; i < 100 && !(most > 0.15); i++) {
      wired.clock.sleepUntil(wired.clock.nanos() + 20_000_000);
      most = Math.max(most, generator.exchange(SOME).powerWatts());
    }
    assertThat(most).isGreaterThan(0.15);
  }

  private static RfReading exchangeWhenBack(WiredFrontEnd wired, RfGenerator generator) {
    while (true) {
      try {
        return generator.exchange(RfCommand.OFF);
      } catch (DeviceException notYet) {
        wired.clock.sleepUntil(wired.clock.nanos() + 50_000_000);
      }
    }
  }
}
