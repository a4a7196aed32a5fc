package lissauer.simulator;

import java.util.Objects;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.Rig;

/** A rig on which a script plays, with a few words for what tests do to it. */
abstract class ScriptedRig {
  static final RfCommand HEAT = new RfCommand(0.2, 250_000_000);

  SimulatedBench bench = BenchFixture.stepped();
  Rig rig = bench.rig("bench", BenchFixture.electrode().caps());

  RfReading heated() throws DeviceException {
    close();
    rig.generator().exchange(HEAT);
    return ticks(30);
  }

  RfReading ticks(int count) throws DeviceException {
    RfReading reading = null;
    for (int i = 0; i < count; i++) {
      pass(0.02);
      reading = rig.generator().exchange(HEAT);
    }
    return Objects.requireNonNull(reading);
  }

  void play(String script) {
    bench = BenchFixture.scripted(script);
    rig = bench.rig("bench", BenchFixture.electrode().caps());
  }

  void close() throws DeviceException {
    rig.relay().drive(true);
    pass(0.05);
  }

  void pass(double seconds) {
    bench.clock().sleepUntil(bench.clock().nanos() + Math.round(seconds * 1e9));
  }
}
