package lissauer.simulator.device;

import lissauer.hal.DeviceException;
import lissauer.hal.Footswitch;
import lissauer.hal.Interlock;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfRelay;
import lissauer.hal.Thermocouple;
import lissauer.hal.contract.BenchUnderTest;
import lissauer.hal.contract.ContactContract;
import lissauer.hal.contract.RfGeneratorContract;
import lissauer.hal.contract.RfRelayContract;
import lissauer.hal.contract.ThermocoupleContract;
import lissauer.hal.modbus.FrontEnd;
import lissauer.simulator.sensor.SensorFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The driver and the emulated front end together keep what each port promises. */
class FrontEndContractTest {
  private final FrontEndBench bench = new FrontEndBench();
  private FrontEnd frontEnd;

  @BeforeEach
  void open() throws DeviceException {
    frontEnd = bench.open();
  }

  private <T> T port(Class<T> type) {
    return frontEnd.port(type).orElseThrow();
  }

  @Nested
  class AsGenerator extends RfGeneratorContract {
    @BeforeEach
    void closeTheRelay() throws DeviceException {
      port(RfRelay.class).drive(true);
      bench.pass(0.05);
      port(RfGenerator.class).exchange(lissauer.hal.RfCommand.OFF);
    }

    @Override
    protected BenchUnderTest bench() {
      return bench;
    }

    @Override
    protected RfGenerator generator() {
      return port(RfGenerator.class);
    }
  }

  @Nested
  class AsThermocouple extends ThermocoupleContract {
    @Override
    protected BenchUnderTest bench() {
      return bench;
    }

    @Override
    protected Thermocouple thermocouple() {
      return port(Thermocouple.class);
    }

    @Override
    protected double restCelsius() {
      return 37;
    }

    @Override
    protected boolean breakWire() {
      bench.bench.thermocouple().inject(new SensorFault.Open(1, SensorFault.Floating.NAN));
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
      return bench;
    }

    @Override
    protected RfRelay relay() {
      return port(RfRelay.class);
    }

    @Override
    protected boolean contactClosed() {
      return bench.bench.relay().closed();
    }
  }

  @Nested
  class AsInterlock extends ContactContract {
    @Override
    protected BenchUnderTest bench() {
      return bench;
    }

    @Override
    protected Contact contact() {
      return port(Interlock.class)::closed;
    }

    @Override
    protected boolean rest() {
      return true;
    }

    @Override
    protected boolean actuate(boolean actuated) {
      bench.board.interlock(!actuated);
      return true;
    }
  }

  @Nested
  class AsFootswitch extends ContactContract {
    @Override
    protected BenchUnderTest bench() {
      return bench;
    }

    @Override
    protected Contact contact() {
      return port(Footswitch.class)::pressed;
    }

    @Override
    protected boolean rest() {
      return false;
    }

    @Override
    protected boolean actuate(boolean actuated) {
      bench.board.footswitch(actuated);
      return true;
    }
  }
}
