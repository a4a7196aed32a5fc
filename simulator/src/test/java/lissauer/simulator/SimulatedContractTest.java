package lissauer.simulator;

import lissauer.hal.Caps;
import lissauer.hal.Positioner;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfRelay;
import lissauer.hal.RigClock;
import lissauer.hal.Thermocouple;
import lissauer.hal.TipPosition;
import lissauer.hal.contract.BenchUnderTest;
import lissauer.hal.contract.PositionerContract;
import lissauer.hal.contract.RfGeneratorContract;
import lissauer.hal.contract.RfRelayContract;
import lissauer.hal.contract.ThermocoupleContract;
import lissauer.simulator.sensor.SensorFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The simulated devices keep what each port promises. */
class SimulatedContractTest {
  private final SimulatedBench bench = BenchFixture.stepped();
  private final SimulatedGenerator generator = bench.generator(BenchFixture.electrode().caps());
  private final BenchUnderTest around =
      new BenchUnderTest() {
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
          return false;
        }
      };

  @Nested
  class AsGenerator extends RfGeneratorContract {
    @BeforeEach
    void closeTheRelay() {
      bench.relay().drive(true);
      around.pass(0.05);
    }

    @Override
    protected BenchUnderTest bench() {
      return around;
    }

    @Override
    protected RfGenerator generator() {
      return generator;
    }
  }

  @Nested
  class AsThermocouple extends ThermocoupleContract {
    @Override
    protected BenchUnderTest bench() {
      return around;
    }

    @Override
    protected Thermocouple thermocouple() {
      return bench.thermocouple();
    }

    @Override
    protected double restCelsius() {
      return 37;
    }

    @Override
    protected boolean breakWire() {
      bench.thermocouple().inject(new SensorFault.Open(1, SensorFault.Floating.NAN));
      return true;
    }

    @Override
    protected double periodSeconds() {
      return 0.02;
    }
  }

  @Nested
  class AsRelay extends RfRelayContract {
    @Override
    protected BenchUnderTest bench() {
      return around;
    }

    @Override
    protected RfRelay relay() {
      return bench.relay();
    }

    @Override
    protected boolean contactClosed() {
      return bench.relay().closed();
    }
  }

  @Nested
  class AsPositioner extends PositionerContract {
    @Override
    protected BenchUnderTest bench() {
      return around;
    }

    @Override
    protected Positioner positioner() {
      return bench.positioner();
    }

    @Override
    protected double moveSeconds() {
      return 3;
    }

    @Override
    protected TipPosition tip() {
      return bench.tip().position();
    }
  }
}
