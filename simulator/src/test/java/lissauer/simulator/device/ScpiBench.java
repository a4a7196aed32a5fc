package lissauer.simulator.device;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.RigFile;
import lissauer.hal.lab.LabBench;
import lissauer.hal.scpi.ScpiGenerator;
import lissauer.hal.scpi.ScpiOpener;
import lissauer.hal.scpi.ScpiSetup;
import lissauer.hal.settings.Problems;
import lissauer.simulator.AmplifiedPath;
import lissauer.simulator.BenchFixture;
import lissauer.simulator.SimulatedBench;

/** The real driver, emulated instruments, an amplifier and the tip in tissue, on one clock. */
final class ScpiBench {
  static final String SIGLENT =
      """
      dialect: siglent
      tcp: 127.0.0.1:5025
      load_ohms: high
      identity: SDG1032X
      amplifier:
        gain_ratio: 10
        source_ohms: 50
      meter:
        kind: siglent-scope
        tcp: 127.0.0.1:5026
        volts:
          channel: 1
          divider_ratio: 10
        amps:
          channel: 2
          shunt_ohms: 10
      """;
  static final String KEYSIGHT =
      SIGLENT.replace("siglent\ntcp", "keysight\ntcp").replace("SDG1032X", "33511B");
  static final long TICK = 20_000_000;

  final SimulatedBench bench = BenchFixture.stepped();
  final Electrode electrode = BenchFixture.electrode();
  final AmplifiedPath path = bench.amplified(10, 50);
  final List<String> log = new ArrayList<>();
  final SiglentGenerator siglent;
  final KeysightGenerator keysight;
  final SiglentScope scope;
  final VirtualWire wire;
  final VirtualWire meterWire;
  final ScpiSetup setup;

  /**
   * @param amplifierOhms what really loads the generator
   */
  ScpiBench(String file, double amplifierOhms) {
    Problems problems = new Problems();
    setup =
        ScpiSetup.from(
            RigFile.of(problems, file), new LabBench(electrode, bench.clock(), "/run/bench"));
    problems.throwIfAny();
    siglent = new SiglentGenerator(amplifierOhms, path::drive);
    keysight = new KeysightGenerator(amplifierOhms, path::drive);
    TextInstrument generator = file.contains("keysight") ? keysight : siglent;
    scope =
        new SiglentScope(
            bench.clock(),
            () -> path.voltsRms() / 10,
            () -> path.ampsRms() * 10,
            bench.meterNoise("scope"),
            0.01);
    wire = new VirtualWire(bench.clock(), device(generator));
    meterWire = new VirtualWire(bench.clock(), device(scope));
  }

  ScpiBench(String file) {
    this(file, Double.POSITIVE_INFINITY);
  }

  ScpiGenerator open() throws DeviceException {
    return ScpiOpener.open(setup, electrode, bench.clock(), wire, meterWire);
  }

  void closeRelay() {
    bench.relay().drive(true);
    pass(0.05);
  }

  void pass(double seconds) {
    bench.clock().sleepUntil(bench.clock().nanos() + Math.round(seconds * 1e9));
  }

  /** So many ticks with one command; the reading of the last. */
  RfReading run(ScpiGenerator generator, double watts, int ticks) throws DeviceException {
    RfCommand command = watts > 0 ? new RfCommand(watts, 250_000_000) : RfCommand.OFF;
    RfReading reading = generator.exchange(command);
    for (int i = 1; i < ticks; i++) {
      bench.clock().sleepUntil(bench.clock().nanos() + TICK);
      reading = generator.exchange(command);
    }
    return reading;
  }

  private WireDevice device(TextInstrument instrument) {
    return new LineWireDevice(bench.clock(), instrument, 0.0005, log::add);
  }
}
