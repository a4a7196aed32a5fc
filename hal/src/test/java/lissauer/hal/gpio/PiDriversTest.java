package lissauer.hal.gpio;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.PullResistance;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.Footswitch;
import lissauer.hal.Heartbeat;
import lissauer.hal.Indicator;
import lissauer.hal.Interlock;
import lissauer.hal.Positioner;
import lissauer.hal.RfRelay;
import lissauer.hal.Thermocouple;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.lab.LabDriver;
import lissauer.hal.lab.UnopenedDevice;
import lissauer.hal.settings.ConfigException;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;
import org.junit.jupiter.api.Test;

/** Sections of a rig file for what hangs on a Raspberry Pi. */
class PiDriversTest {
  private final HandClock clock = new HandClock();
  private final LabBench bench = new LabBench(ElectrodeFixture.small(), clock, "");
  private final ScriptedPi pi = new ScriptedPi();
  private final Problems problems = new Problems();
  private final PiPins pins =
      new PiPins() {
        @Override
        public Context open(List<Integer> gpioChips, List<SpiAddress> spi) {
          return pi.context;
        }

        @Override
        public boolean emulated() {
          return true;
        }
      };

  @Test
  void allThreeAreFoundByTheirNames() {
    assertThat(ServiceLoader.load(LabDriver.class))
        .extracting(LabDriver::name)
        .contains("gpio", "max31855", "max31856");
  }

  @Test
  void everySectionOfAGpioDeviceBecomesAPort() throws DeviceException {
    pi.put(5, LOW);
    pi.put(6, HIGH);
    pi.put(13, LOW);
    pi.put(27, LOW);
    LabDevice device = read(new GpioDriver(pins), gpio()).open();
    assertThat(device.description())
        .isEqualTo("/dev/gpiochip0: Footswitch, Heartbeat, Indicator, Interlock, RfRelay");
    assertThat(device.emulated()).isTrue();
    assertThat(device.port(Interlock.class).orElseThrow().closed()).as("lid open").isFalse();
    assertThat(device.port(Footswitch.class).orElseThrow().pressed()).isFalse();
    device.port(Indicator.class).orElseThrow().showRf(true);
    assertThat(pi.outputs).containsEntry(23, HIGH).containsEntry(24, HIGH);
    assertThat(device.port(Positioner.class)).isEmpty();
    device.close();
    device.close();
    assertThat(pi.outputs.values()).containsOnly(LOW);
  }

  @Test
  void theHeartBeatsOnlyWhenItIsTold() throws DeviceException {
    pi.put(27, LOW);
    LabDevice device = read(new GpioDriver(pins), gpio()).open();
    RfRelay relay = device.port(RfRelay.class).orElseThrow();
    relay.drive(true);
    relay.closed();
    assertThat(pi.outputs).containsEntry(17, HIGH).containsEntry(22, LOW);
    device.port(Heartbeat.class).orElseThrow().beat();
    assertThat(pi.outputs).containsEntry(22, HIGH);
  }

  @Test
  void aDeviceMayHaveAnInterlockOnlyAndContactsToTheSupply() throws DeviceException {
    pi.put(5, HIGH);
    LabDevice device =
        read(
                new GpioDriver(pins),
                Map.of(
                    "interlock",
                    section(
                        Map.of(
                            "emergency_stop_gpio", number(5),
                            "contact_closes", text("to_supply"),
                            "debounce_seconds", number(0)))))
            .open();
    assertThat(pi.pulls).containsEntry(5, PullResistance.PULL_DOWN);
    assertThat(device.port(Interlock.class).orElseThrow().closed()).isTrue();
    assertThat(device.port(RfRelay.class)).isEmpty();
  }

  @Test
  void aThermocoupleOfEitherChipIsAPort() throws DeviceException {
    pi.chip = _ -> ByteBuffer.allocate(4).putInt((37 * 4) << 18 | 23 << 8).array();
    LabDevice device =
        read(new Max31855Driver(pins), Map.of("type", text("K"), "spi_chip_select", number(1)))
            .open();
    assertThat(device.description()).startsWith("MAX31855 on /dev/spidev0.1, type K");
    assertThat(device.port(Thermocouple.class).orElseThrow().read().tipCelsius()).isEqualTo(37);
    device.close();
  }

  @Test
  void aChipThatDoesNotAnswerClosesPi4jAgain() {
    UnopenedDevice device =
        read(new Max31856Driver(pins), Map.of("type", text("T"), "mains_hertz", number(60)));
    assertThatThrownBy(device::open).hasMessageContaining("MAX31856 on /dev/spidev0.0");
    assertThat(pi.context.isShutdown()).isTrue();
  }

  @Test
  void aDeadLineClosesPi4jAgain() {
    pi.gone = true;
    UnopenedDevice device = read(new GpioDriver(pins), gpio());
    assertThatThrownBy(device::open).isInstanceOf(DeviceException.class);
    assertThat(pi.context.isShutdown()).isTrue();
  }

  @Test
  void onAComputerWithoutPinsOpeningSaysSo() {
    UnopenedDevice device =
        read(new Max31856Driver(), Map.of("type", text("K"), "mains_hertz", number(50)));
    if (!Files.exists(Path.of("/dev/spidev0.0"))) {
      assertThatThrownBy(device::open)
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("there is no /dev/spidev0.0")
          .hasMessageContaining("--rig simulated");
    }
    assertThat(new PiHost().emulated()).isFalse();
  }

  @Test
  void mistakesAreAllSaidAtOnce() {
    new Max31856Driver(pins)
        .read(
            settings(
                Map.of(
                    "driver", text("max31856"),
                    "type", text("X"),
                    "mains_hertz", number(55),
                    "average_samples", number(3),
                    "spi_clock_hertz", number(6_000_000),
                    "open_circuit_test", text("never"),
                    "data_ready_gpio", number(99),
                    "spi_bos", number(0))),
            bench);
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("type: \"X\" is none of B, E, J, K, N, R, S, T")
        .hasMessageContaining("mains_hertz: 55 is neither 50 nor 60 Hz")
        .hasMessageContaining("average_samples: 3 is none of 1, 2, 4")
        .hasMessageContaining("spi_clock_hertz: 6000000 is out of range")
        .hasMessageContaining("open_circuit_test: \"never\" is none of below_5_kiloohms")
        .hasMessageContaining("data_ready_gpio: 99 is out of range; allowed 0 to 53")
        .hasMessageContaining("spi_bos");
  }

  @Test
  void thereIsNoMax31855ForTypeB() {
    new Max31855Driver(pins)
        .read(settings(Map.of("driver", text("max31855"), "type", text("B"))), bench);
    assertThatThrownBy(problems::throwIfAny).hasMessageContaining("no MAX31855 for type B");
  }

  @Test
  void recordsRefuseWhatNoChipHas() {
    assertThatThrownBy(() -> new SpiAddress(7, 0, 1_000_000)).hasMessageContaining("0 to 6");
    assertThatThrownBy(() -> new SpiAddress(0, 0, 9_000_000)).hasMessageContaining("5 MHz");
    assertThatThrownBy(() -> new GpioPin(0, 54)).hasMessageContaining("0 to 53");
    assertThatThrownBy(() -> ThermocoupleType.ofCode(8)).hasMessageContaining("code 8");
    assertThat(new GpioPin(4, 5)).hasToString("GPIO5 of /dev/gpiochip4");
  }

  private static Map<String, SettingsValue> gpio() {
    Map<String, SettingsValue> device = new LinkedHashMap<>();
    device.put(
        "interlock", section(Map.of("emergency_stop_gpio", number(5), "lid_gpio", number(6))));
    device.put("relay", section(Map.of("drive_gpio", number(17), "readback_gpio", number(27))));
    device.put("heartbeat_gpio", number(22));
    device.put("footswitch", section(Map.of("pedal_gpio", number(13))));
    device.put("indicator", section(Map.of("lamp_gpio", number(23), "buzzer_gpio", number(24))));
    return device;
  }

  private UnopenedDevice read(LabDriver driver, Map<String, SettingsValue> values) {
    UnopenedDevice device = driver.read(settings(values), bench);
    problems.throwIfAny();
    return device;
  }

  private Settings settings(Map<String, SettingsValue> values) {
    Settings settings =
        new Settings(
            "pi",
            new SettingsValue.Section(values, place()),
            problems,
            (_, _, askedAt, all) -> Settings.unreadable(askedAt, all, null));
    settings.has("driver");
    return settings;
  }

  private static SettingsValue section(Map<String, SettingsValue> values) {
    return new SettingsValue.Section(values, place());
  }

  private static SettingsValue text(String text) {
    return new SettingsValue.Text(text, place());
  }

  private static SettingsValue number(double value) {
    return new SettingsValue.Numeric(value, String.valueOf((long) value), place());
  }

  private static Place place() {
    return new Place("pi.yaml", 1, 1);
  }
}
