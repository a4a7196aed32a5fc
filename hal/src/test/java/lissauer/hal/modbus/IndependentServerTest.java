package lissauer.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.Interlock;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RfRelay;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import lissauer.hal.lab.MonotonicClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver against Debian's pymodbus, set up from the page alone. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IndependentServerTest {
  private static final String PYTHON = "/usr/bin/python3";

  private Process server;
  private FrontEndSetup setup;

  @BeforeEach
  void serve() throws Exception {
    assumeTrue(
        ready(PYTHON, "-c", "import pymodbus, serial_asyncio"),
        "needs Debian's python3-pymodbus and python3-serial-asyncio");
    server =
        new ProcessBuilder(
                PYTHON,
                Path.of("src/test/python/front_end_server.py").toString(),
                "../docs/devices/front-end.md")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = server.inputReader();
    setup = new FrontEndSetup(out.readLine(), 115_200, 1);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (server != null) {
      server.destroy();
      server.waitFor();
    }
  }

  @Test
  void itIsFoundGivenCapsAndCommanded() throws Exception {
    FrontEnd frontEnd = open(ElectrodeFixture.small().caps());
    assertThat(frontEnd.description())
        .contains("pymodbus PY-1", "1.000 W, 30.00 V, 0.0500 A, 90.0");
    assertThat(frontEnd.emulated()).isTrue();
    RfRelay relay = frontEnd.port(RfRelay.class).orElseThrow();
    relay.drive(true);
    assertThat(relay.closed()).isTrue();
    RfGenerator generator = frontEnd.port(RfGenerator.class).orElseThrow();
    for (int i = 1; i <= 100; i++) {
      RfReading reading = generator.exchange(new RfCommand(i * 1e-3, 250_000_000));
      assertThat(reading.powerWatts()).isEqualTo(0.123456);
      assertThat(reading.voltsRms()).isEqualTo(12.345);
      assertThat(reading.ampsRms()).isEqualTo(0.01);
      assertThat(reading.impedanceOhms()).isEqualTo(1234.5);
      assertThat(reading.outputOn()).isTrue();
    }
    TemperatureSample sample = frontEnd.port(Thermocouple.class).orElseThrow().read();
    assertThat(sample.tipCelsius()).isEqualTo(37);
    assertThat(sample.coldJunctionCelsius()).isEqualTo(23);
    assertThat(frontEnd.port(Interlock.class).orElseThrow().closed()).isTrue();
    assertThat(generator.exchange(RfCommand.OFF).outputOn()).isFalse();
    frontEnd.close();
  }

  @Test
  void moreThanItCanHoldIsSaidBeforeAnything() {
    assertThatThrownBy(() -> open(new Caps(5, 20, 100, 1, 95, 600)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("power, voltage, current");
  }

  @Test
  void aServerThatGoesAwayIsAnErrorWithItsPort() throws Exception {
    FrontEnd frontEnd = open(ElectrodeFixture.small().caps());
    RfGenerator generator = frontEnd.port(RfGenerator.class).orElseThrow();
    server.destroyForcibly().waitFor();
    assertThatThrownBy(() -> generator.exchange(RfCommand.OFF))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining(setup.path());
    frontEnd.close();
  }

  private FrontEnd open(Caps caps) throws DeviceException {
    return FrontEnd.open(setup, setup::link, FrontEndCaps.of(caps), new MonotonicClock());
  }

  private static boolean ready(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
