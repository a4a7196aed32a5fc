package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfRelay;
import lissauer.hal.lab.MonotonicClock;
import lissauer.hal.link.SerialLink;
import lissauer.hal.modbus.FrontEnd;
import lissauer.hal.modbus.FrontEndCaps;
import lissauer.hal.modbus.FrontEndIdentity;
import lissauer.hal.modbus.FrontEndSetup;
import lissauer.simulator.BenchFixture;
import lissauer.simulator.LiveBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A port comes back with another device behind it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FrontEndSwapTest {
  private static final RfCommand SOME = new RfCommand(0.1, 250_000_000);

  @TempDir private Path folder;
  private final LiveBench live = BenchFixture.live();
  private final StringWriter seen = new StringWriter();
  private final EmulatedBench bench = new EmulatedBench(live, new DeviceLog(seen));
  private final MonotonicClock clock = new MonotonicClock();

  @AfterEach
  void close() {
    live.close();
  }

  @Test
  void anotherBoardInTheSamePlaceIsRefusedAndTheRightOneIsTakenBack() throws Exception {
    Path port = folder.resolve("front-end");
    SerialDevice first = board("EMU-0001");
    point(port, first);
    try (FrontEnd frontEnd = open(port)) {
      RfGenerator generator = frontEnd.port(RfGenerator.class).orElseThrow();
      generator.exchange(RfCommand.OFF);
      first.unplug();
      assertThatThrownBy(() -> generator.exchange(SOME)).isInstanceOf(DeviceException.class);
      SerialDevice second = board("EMU-0002");
      point(port, second);
      assertThat(refusal(generator))
          .contains("another one has been plugged in: serial number EMU-0002")
          .contains("the row began on EMU-0001");
      assertThat(live.<Double>ask(on -> on.tip().powerWatts())).isZero();
      second.close();
      first.plug();
      point(port, first);
      assertThat(exchangeWhenBack(generator)).isFalse();
      assertThat(frontEnd.port(RfRelay.class).orElseThrow().closed()).isFalse();
    } finally {
      first.close();
    }
  }

  private SerialDevice board(String serialNumber) throws Exception {
    FrontEndIdentity usual = FrontEndEmulator.identity();
    return FrontEndEmulator.start(
        serialNumber,
        115_200,
        1,
        new FrontEndIdentity(
            usual.mapVersion(),
            usual.model(),
            serialNumber,
            usual.firmware(),
            usual.capabilities(),
            usual.greatest(),
            usual.longestLeaseMillis(),
            usual.conversionPeriodTenths()),
        bench);
  }

  private FrontEnd open(Path port) throws DeviceException {
    FrontEndSetup setup = new FrontEndSetup(port.toString(), 115_200, 1);
    return FrontEnd.open(
        setup,
        () -> new SerialLink(setup.path(), setup.baudHertz()),
        FrontEndCaps.of(BenchFixture.electrode().caps()),
        clock);
  }

  private static void point(Path port, SerialDevice device) throws Exception {
    Files.deleteIfExists(port);
    Files.createSymbolicLink(port, Path.of(device.endpoint()));
  }

  /** What the driver says once it has looked at the other board. */
  private String refusal(RfGenerator generator) {
    while (true) {
      try {
        generator.exchange(SOME);
        throw new AssertionError("it spoke to another board");
      } catch (DeviceException e) {
        String said = String.valueOf(e.getMessage());
        if (said.contains("another one")) {
          return said;
        }
        clock.sleepUntil(clock.nanos() + 50_000_000);
      }
    }
  }

  private boolean exchangeWhenBack(RfGenerator generator) {
    while (true) {
      try {
        return generator.exchange(RfCommand.OFF).outputOn();
      } catch (DeviceException notYet) {
        clock.sleepUntil(clock.nanos() + 50_000_000);
      }
    }
  }
}
