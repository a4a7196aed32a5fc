package lissauer.simulator.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.contract.BenchUnderTest;
import lissauer.hal.modbus.FrontEnd;
import lissauer.hal.modbus.FrontEndCaps;
import lissauer.hal.modbus.FrontEndSetup;
import lissauer.simulator.BenchFixture;
import lissauer.simulator.SimulatedBench;

/** The driver of the front end, a line, and the emulated front end, on one simulated clock. */
final class FrontEndBench implements BenchUnderTest {
  private static final FrontEndSetup SETUP = new FrontEndSetup("/dev/simulated", 115_200, 1);

  final SimulatedBench bench = BenchFixture.stepped();
  final StringBuilder log = new StringBuilder();
  final List<Note> notes = new ArrayList<>();

  /** One line of the device's log. */
  record Note(long nanos, String event, Map<String, ?> details) {}

  final FrontEndBoard board =
      new FrontEndBoard(
          bench,
          FrontEndEmulator.identity(),
          (nanos, event, details) -> {
            log.append(event).append(details).append('\n');
            notes.add(new Note(nanos, event, details));
          });
  final SimulatedLine line =
      new SimulatedLine(bench.clock(), new FrontEndFirmware(board, 1, bench.clock()));

  FrontEnd open() throws DeviceException {
    return open(BenchFixture.electrode().caps());
  }

  FrontEnd open(Caps caps) throws DeviceException {
    return FrontEnd.open(SETUP, () -> line, FrontEndCaps.of(caps), bench.clock());
  }

  @Override
  public RigClock clock() {
    return bench.clock();
  }

  @Override
  public double tissueWatts() {
    return bench.tip().powerWatts();
  }

  @Override
  public Caps caps() {
    return BenchFixture.electrode().caps();
  }

  @Override
  public boolean silence() {
    line.back().misbehave(WireFault.SILENT);
    line.deaf();
    return true;
  }
}
