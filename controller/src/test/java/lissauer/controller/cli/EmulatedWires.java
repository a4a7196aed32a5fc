package lissauer.controller.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lissauer.controller.TestBench;
import lissauer.controller.config.ConfigFolder;
import lissauer.hal.Electrode;
import lissauer.hal.lab.LabSection;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.simulator.LiveBench;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedClock;
import lissauer.simulator.SimulatedRigProvider;
import lissauer.simulator.device.DeviceLog;
import lissauer.simulator.device.DeviceRack;
import lissauer.simulator.device.EmulatedBench;
import lissauer.simulator.device.SerialDevice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The devices of a shipped rig on pseudo-terminals, in this process and in real time. */
final class EmulatedWires implements AutoCloseable {
  final Path link;
  final LiveBench live;
  private final ObjectMapper json = new ObjectMapper();
  private final Path notes;
  private final DeviceLog log;
  private final DeviceRack rack;

  EmulatedWires(Path folder, String rig) throws IOException {
    link = folder.resolve("bench");
    notes = folder.resolve("devices.jsonl");
    log = DeviceLog.in(notes);
    live = new LiveBench(bench());
    rack = DeviceRack.start(sections(rig), new EmulatedBench(live, log), link);
  }

  SerialDevice serial(String name) {
    return (SerialDevice) rack.devices().get(name);
  }

  /** What one device noted so far. */
  List<JsonNode> log(String device) throws IOException {
    return Files.readAllLines(notes).stream()
        .filter(line -> line.endsWith("}"))
        .filter(line -> line.contains("\"device\":\"" + device + "\""))
        .map(json::readTree)
        .toList();
  }

  @Override
  public void close() {
    rack.close();
    live.close();
    log.close();
  }

  private static SimulatedBench bench() {
    Problems problems = new Problems();
    Electrode electrode = Electrode.from(file("electrodes", "drez-spinal", problems));
    SimulatedBench.Setup setup =
        SimulatedRigProvider.bench(file("rigs", "simulated", problems), electrode);
    problems.throwIfAny();
    return new SimulatedBench(
        setup, new SimulatedClock(Double.POSITIVE_INFINITY), SimulatedBench.library());
  }

  private static List<LabSection> sections(String rig) {
    Problems problems = new Problems();
    List<LabSection> sections = LabSection.all(file("rigs", rig, problems));
    problems.throwIfAny();
    return sections;
  }

  private static Settings file(String folder, String name, Problems problems) {
    return new ConfigFolder(TestBench.CONFIG)
        .open(folder, name, Map.of(), new Place("test", 0, 0), problems);
  }
}
