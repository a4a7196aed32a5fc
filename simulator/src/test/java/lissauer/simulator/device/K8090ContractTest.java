package lissauer.simulator.device;

import java.util.List;
import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.RfRelay;
import lissauer.hal.RigClock;
import lissauer.hal.contract.BenchUnderTest;
import lissauer.hal.contract.RfRelayContract;
import lissauer.hal.relay.K8090Relay;
import lissauer.simulator.BenchFixture;
import lissauer.simulator.SimulatedBench;
import org.junit.jupiter.api.BeforeEach;

/** The relay board, by what every relay must do. */
class K8090ContractTest extends RfRelayContract implements BenchUnderTest {
  private final SimulatedBench bench = BenchFixture.stepped();
  private final VirtualWire wire =
      new VirtualWire(
          bench.clock(), new K8090Board(state -> bench.relay().drive(state == 1), _ -> {}));
  private K8090Relay relay;

  @BeforeEach
  void open() throws DeviceException {
    relay = K8090Relay.open(bench.clock(), wire, List.of(1));
  }

  @Override
  protected BenchUnderTest bench() {
    return this;
  }

  @Override
  protected RfRelay relay() {
    return relay;
  }

  @Override
  protected boolean contactClosed() {
    return bench.relay().closed();
  }

  @Override
  public RigClock clock() {
    return bench.clock();
  }

  @Override
  public double tissueWatts() {
    return 0;
  }

  @Override
  public Caps caps() {
    return BenchFixture.electrode().caps();
  }

  @Override
  public boolean silence() {
    wire.back().misbehave(WireFault.SILENT);
    return true;
  }
}
