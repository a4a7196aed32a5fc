package lissauer.simulator.device;

import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RigClock;
import lissauer.hal.contract.BenchUnderTest;
import lissauer.hal.contract.RfGeneratorContract;
import lissauer.hal.scpi.ScpiGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** Function generator, amplifier and scope, by what every generator must do. */
class ScpiContractTest {
  private static final long LOOK_NANOS = 20_000_000;

  @Nested
  class Siglent extends Suite {
    Siglent() {
      super(ScpiBench.SIGLENT);
    }
  }

  @Nested
  class Keysight extends Suite {
    Keysight() {
      super(ScpiBench.KEYSIGHT);
    }
  }

  abstract static class Suite extends RfGeneratorContract implements BenchUnderTest {
    private final ScpiBench bench;
    private ScpiGenerator generator;

    Suite(String file) {
      bench = new ScpiBench(file);
    }

    @BeforeEach
    void open() throws DeviceException {
      generator = bench.open();
      bench.closeRelay();
      keepItsLease();
      bench.run(generator, 0, 20);
      generator.exchange(RfCommand.OFF);
    }

    /** The thread of its own that it has on a real rig. */
    private void keepItsLease() {
      bench
          .bench
          .clock()
          .at(
              bench.bench.clock().nanos() + LOOK_NANOS,
              () -> {
                try {
                  generator.expire();
                } catch (DeviceException lost) {
                  // As on a real rig: the next exchange reports it.
                }
                keepItsLease();
              });
    }

    /** A source of voltage misses its power by what the impedance changes, and meters no phase. */
    @Override
    protected double errorFraction() {
      return 0.08;
    }

    /** 0.5 V of test signal. */
    @Override
    protected double offWatts() {
      return 0.001;
    }

    /** An answer may take 0.1 s, of a question that was asked a tick before. */
    @Override
    protected double patienceSeconds() {
      return 0.14;
    }

    @Override
    protected BenchUnderTest bench() {
      return this;
    }

    @Override
    protected RfGenerator generator() {
      return generator;
    }

    @Override
    public RigClock clock() {
      return bench.bench.clock();
    }

    @Override
    public double tissueWatts() {
      return bench.bench.tip().powerWatts();
    }

    @Override
    public Caps caps() {
      return bench.electrode.caps();
    }

    @Override
    public boolean silence() {
      bench.wire.back().misbehave(WireFault.SILENT);
      return true;
    }
  }
}
