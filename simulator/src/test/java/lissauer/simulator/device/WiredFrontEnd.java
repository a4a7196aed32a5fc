package lissauer.simulator.device;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.lab.LabSection;
import lissauer.hal.lab.MonotonicClock;
import lissauer.hal.link.SerialLink;
import lissauer.hal.modbus.FrontEnd;
import lissauer.hal.modbus.FrontEndCaps;
import lissauer.hal.modbus.FrontEndSetup;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;
import lissauer.simulator.BenchFixture;
import lissauer.simulator.LiveBench;

/** An emulated front end on a real serial port, in real time. */
final class WiredFrontEnd implements AutoCloseable {
  private static final Place PLACE = new Place("rig.yaml", 1, 1);

  final LiveBench live = BenchFixture.live();
  final MonotonicClock clock = new MonotonicClock();
  final Path link;
  private final StringWriter notes = new StringWriter();
  private final DeviceRack rack;

  WiredFrontEnd(Path folder) throws IOException {
    link = folder.resolve("front-end");
    Settings section =
        new Settings(
            "rig",
            new SettingsValue.Section(
                Map.of("serial", new SettingsValue.Text("front-end", PLACE)), PLACE),
            new Problems(),
            (_, _, _, _) -> {
              throw new AssertionError("no other file");
            });
    rack =
        DeviceRack.start(
            List.of(new LabSection("front-end", "front-end", section)),
            new EmulatedBench(live, new DeviceLog(notes)),
            folder);
  }

  FrontEnd open() throws DeviceException {
    FrontEndSetup setup = new FrontEndSetup(link.toString(), 115_200, 1);
    return FrontEnd.open(
        setup,
        () -> new SerialLink(setup.path(), setup.baudHertz()),
        FrontEndCaps.of(BenchFixture.electrode().caps()),
        clock);
  }

  SerialDevice device() {
    return (SerialDevice) rack.devices().get("front-end");
  }

  List<String> lines() {
    return rack.lines();
  }

  /** What the device itself noted. */
  List<String> log() {
    return notes.toString().lines().toList();
  }

  double tissueWatts() {
    return live.ask(on -> on.tip().powerWatts());
  }

  @Override
  public void close() {
    rack.close();
    live.close();
  }
}
