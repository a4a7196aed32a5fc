package lissauer.hal.gpio;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lissauer.hal.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiHostTest {
  private static final List<SpiAddress> SPI = List.of(new SpiAddress(0, 1, 1_000_000));

  @TempDir Path dev;

  @Test
  void aMachineWithoutPinsSaysSoAndFallsBackToNothing() {
    assertThatThrownBy(() -> new PiHost(dev).open(List.of(0), SPI))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("there is no " + dev.resolve("gpiochip0"))
        .hasMessageContaining("no Raspberry Pi")
        .hasMessageContaining("there is no " + dev.resolve("spidev0.1"))
        .hasMessageContaining("raspi-config nonint do_spi 0")
        .hasMessageContaining("--rig simulated");
  }

  @Test
  void aBuildWithoutAProviderSaysHowToGetOne() throws IOException {
    Files.createFile(dev.resolve("gpiochip0"));
    Files.createFile(dev.resolve("spidev0.1"));
    assertThatThrownBy(() -> new PiHost(dev).open(List.of(0), SPI))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("no provider for DIGITAL_INPUT")
        .hasMessageContaining("mvn -Ppi package")
        .hasMessageContaining("usermod -aG gpio");
    assertThatThrownBy(() -> new PiHost(dev).open(List.of(), SPI))
        .hasMessageContaining("no provider for SPI")
        .hasMessageContaining("usermod -aG spi");
  }
}
