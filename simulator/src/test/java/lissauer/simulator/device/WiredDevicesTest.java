package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RfRelay;
import lissauer.hal.RigFile;
import lissauer.hal.TipPosition;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.lab.LabDriver;
import lissauer.hal.lab.MonotonicClock;
import lissauer.hal.relay.K8090Driver;
import lissauer.hal.scpi.ScpiDriver;
import lissauer.hal.settings.Problems;
import lissauer.hal.stage.GrblDriver;
import lissauer.simulator.BenchFixture;
import lissauer.simulator.LiveBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The drivers as a rig opens them, over TCP and pseudo-terminals, in real time. */
class WiredDevicesTest {
  private static final int MOST_LOST = 20;

  private static final String BOARD = "serial: SERIAL\nrelay: 1\nsecond_relay: 2\n";
  private static final String STAGE =
      """
      serial: SERIAL
      along:
        axis: X
        zero_millimetres: -20
        least_millimetres: -30
        most_millimetres: -5
      depth:
        axis: Z
        counts: down
        zero_millimetres: -5
        least_millimetres: -10
        most_millimetres: -1
      travel_millimetres_per_second: 100
      insert_millimetres_per_second: 20
      """;

  private final LiveBench live = BenchFixture.live();
  private final StringWriter seen = new StringWriter();
  private final EmulatedBench bench = new EmulatedBench(live, new DeviceLog(seen));
  private final MonotonicClock clock = new MonotonicClock();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable device : opened.reversed()) {
      device.close();
    }
    live.close();
  }

  @Test
  void powerOverTcpHeatsTheTipThroughARelayBoardOnASerialPort() throws Exception {
    RfRelay relay = port(board(), RfRelay.class);
    RfGenerator generator = port(scpi(tcp("siglent")), RfGenerator.class);
    relay.drive(true);
    run(generator, relay, 0, 30);
    assertThat(relay.closed()).isTrue();
    RfReading reading = run(generator, relay, 0.2, 50);
    assertThat(reading.powerWatts()).isCloseTo(0.2, within(0.05));
    assertThat(celsius()).isGreaterThan(40);
    assertThat(run(generator, relay, 0, 10).outputOn()).isFalse();
    assertThat(seen.toString()).contains("C1:BSWV AMP,").contains("\"device\":\"relay\"");
  }

  @Test
  void bothInstrumentsWorkOnSerialPorts() throws Exception {
    live.act(on -> on.relay().drive(true));
    WireDevice[] devices = new WireDevice[2];
    live.act(on -> {
      var path = on.amplified(10, 50);
      SiglentScope scope =
          new SiglentScope(
              on.clock(), () -> path.voltsRms() / 10, () -> path.ampsRms() * 10, v -> v, 0.01);
      KeysightGenerator generator = new KeysightGenerator(Double.POSITIVE_INFINITY, path::drive);
      devices[0] = new LineWireDevice(on.clock(), generator, 0.001, _ -> {});
      devices[1] = new LineWireDevice(on.clock(), scope, 0.001, _ -> {});
    });
    SerialDevice first = keep(new SerialDevice("generator", devices[0], 115_200, bench));
    SerialDevice second = keep(new SerialDevice("meter", devices[1], 115_200, bench));
    String file =
        ScpiBench.KEYSIGHT
            .replace("tcp: 127.0.0.1:5025", "serial: " + first.endpoint())
            .replace("tcp: 127.0.0.1:5026", "serial: " + second.endpoint());
    RfGenerator generator = port(scpi(file), RfGenerator.class);
    run(generator, null, 0, 10);
    assertThat(run(generator, null, 0.2, 30).powerWatts()).isCloseTo(0.2, within(0.05));
    first.close();
    assertThatThrownBy(() -> run(generator, null, 0.2, 100)).isInstanceOf(DeviceException.class);
  }

  @Test
  void aStageOnASerialPortTakesTheTipToItsSite() throws Exception {
    EmulatedDevice stage = keep(new GrblEmulator().start("stage", file(STAGE), bench));
    Positioner positioner =
        port(open(new GrblDriver(), STAGE.replace("SERIAL", stage.endpoint())), Positioner.class);
    positioner.moveTo(new TipPosition(4, 2));
    PositionReading reading = positioner.read();
    for (int i = 0; i < 500 && !reading.settled(); i++) {
      clock.sleepUntil(clock.nanos() + 20_000_000);
      reading = positioner.read();
    }
    assertThat(reading.settled()).isTrue();
    assertThat(live.<TipPosition>ask(on -> on.tip().position())).isEqualTo(new TipPosition(4, 2));
  }

  @Test
  void aBoardWhosePortVanishesIsLost() throws Exception {
    EmulatedDevice device = keep(new K8090Emulator().start("relay", file(BOARD), bench));
    RfRelay relay =
        port(open(new K8090Driver(), BOARD.replace("SERIAL", device.endpoint())), RfRelay.class);
    relay.drive(true);
    device.close();
    clock.sleepUntil(clock.nanos() + 200_000_000);
    assertThatThrownBy(relay::closed).isInstanceOf(DeviceException.class);
  }

  @Test
  void aPortWithoutADeviceSaysSo() {
    assertThatThrownBy(() -> open(new K8090Driver(), BOARD.replace("SERIAL", "/dev/nothing")))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("/dev/nothing");
    assertThatThrownBy(() -> scpi(ScpiBench.SIGLENT.replace("5025", "1")))
        .hasMessageContaining("127.0.0.1:1 does not answer");
  }

  private LabDevice board() throws Exception {
    EmulatedDevice device = keep(new K8090Emulator().start("relay", file(BOARD), bench));
    return open(new K8090Driver(), BOARD.replace("SERIAL", device.endpoint()));
  }

  private String tcp(String family) throws IOException {
    String file =
        (family.equals("siglent") ? ScpiBench.SIGLENT : ScpiBench.KEYSIGHT)
            .replace("5025", String.valueOf(free()))
            .replace("5026", String.valueOf(free()));
    keep(new ScpiEmulator().start("awg", file(file), bench));
    return file;
  }

  private LabDevice scpi(String file) throws DeviceException {
    return open(new ScpiDriver(), file);
  }

  private LabDevice open(LabDriver driver, String file) throws DeviceException {
    Problems problems = new Problems();
    var unopened =
        driver.read(
            RigFile.of(problems, file), new LabBench(BenchFixture.electrode(), clock, "/run"));
    problems.throwIfAny();
    return keep(unopened.open());
  }

  private static lissauer.hal.settings.Settings file(String text) {
    return RigFile.of(new Problems(), text);
  }

  private <T> T port(LabDevice device, Class<T> type) {
    assertThat(device.emulated()).isTrue();
    return device.port(type).orElseThrow();
  }

  private <T extends AutoCloseable> T keep(T device) {
    opened.add(device);
    return device;
  }

  private double celsius() {
    return live.<Double>ask(on -> on.tip().now().tipCelsius());
  }

  /**
   * Goes on when this machine, which has other things to do, was too slow for a driver's patience.
   */
  private RfReading run(RfGenerator generator, RfRelay relay, double watts, int ticks)
      throws DeviceException {
    RfReading reading = null;
    int lost = 0;
    for (int i = 0; i < ticks; i++) {
      try {
        reading = generator.exchange(watts > 0 ? new RfCommand(watts, 250_000_000) : RfCommand.OFF);
        if (relay != null) {
          relay.closed();
        }
      } catch (DeviceException late) {
        if (++lost > MOST_LOST || !String.valueOf(late.getMessage()).contains(" ms")) {
          throw late;
        }
      }
      clock.sleepUntil(clock.nanos() + 20_000_000);
    }
    return reading;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
