package lissauer.simulator.device.pi;

import com.pi4j.context.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.RfRelay;
import lissauer.hal.RigClock;
import lissauer.hal.Thermocouple;
import lissauer.hal.contract.BenchUnderTest;
import lissauer.hal.contract.ContactContract;
import lissauer.hal.contract.RfRelayContract;
import lissauer.hal.contract.ThermocoupleContract;
import lissauer.hal.gpio.ContactPin;
import lissauer.hal.gpio.GpioFootswitch;
import lissauer.hal.gpio.GpioInterlock;
import lissauer.hal.gpio.GpioPin;
import lissauer.hal.gpio.GpioRelay;
import lissauer.hal.gpio.Max31855;
import lissauer.hal.gpio.Max31856;
import lissauer.hal.gpio.Max31856Setup;
import lissauer.hal.gpio.SpiAddress;
import lissauer.hal.gpio.ThermocoupleType;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.Nested;

/** What hangs on a Raspberry Pi keeps what each port promises. */
class PiContractTest {
  private static final SpiAddress ADDRESS = new SpiAddress(0, 0, 1_000_000);

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final GpioBank bank = new GpioBank();
  private final Max31856Chip max31856 = new Max31856Chip(clock, _ -> 37, _ -> 23);
  private final Max31855Chip max31855 = new Max31855Chip(clock, _ -> 37, _ -> 23);
  private SpiCable cable = new SpiCable(max31856, 1);
  private final CoilRelay contacts = new CoilRelay(clock, 0.01);
  private final BenchUnderTest around =
      new BenchUnderTest() {
        @Override
        public RigClock clock() {
          return clock;
        }

        @Override
        public double tissueWatts() {
          return 0;
        }

        @Override
        public Caps caps() {
          return ElectrodeFixture.small().caps();
        }

        @Override
        public boolean silence() {
          cable.become(SpiCable.State.CUT);
          bank.die();
          return true;
        }
      };

  @Nested
  class AMax31856 extends ThermocoupleContract {
    private final Thermocouple chip =
        Max31856.open(
            pi(),
            clock,
            new Max31856Setup(
                ADDRESS,
                ThermocoupleType.K,
                1,
                60,
                Max31856Setup.OpenCircuitTest.BELOW_5_KILOOHMS,
                Optional.empty()));

    AMax31856() throws DeviceException {}

    @Override
    protected BenchUnderTest bench() {
      return around;
    }

    @Override
    protected Thermocouple thermocouple() {
      return chip;
    }

    @Override
    protected double restCelsius() {
      return 37;
    }

    @Override
    protected boolean breakWire() {
      max31856.open(Double.NaN);
      return true;
    }

    @Override
    protected double periodSeconds() {
      return 0.105;
    }
  }

  @Nested
  class AMax31855 extends ThermocoupleContract {
    private final Thermocouple chip;

    AMax31855() throws DeviceException {
      cable = new SpiCable(max31855, 1);
      chip = Max31855.open(pi(), clock, new Max31855.Setup(ADDRESS, ThermocoupleType.K));
    }

    @Override
    protected BenchUnderTest bench() {
      return around;
    }

    @Override
    protected Thermocouple thermocouple() {
      return chip;
    }

    @Override
    protected double restCelsius() {
      return 37;
    }

    @Override
    protected boolean breakWire() {
      max31855.inject(Max31855Chip.Fault.OPEN);
      return true;
    }

    @Override
    protected double periodSeconds() {
      return 0.1;
    }
  }

  @Nested
  class ARelay extends RfRelayContract {
    private final RfRelay relay;

    ARelay() throws DeviceException {
      bank.onOutput(17, contacts::drive);
      bank.connect(27, () -> contacts.closed() ? GpioBank.Level.FLOATING : GpioBank.Level.LOW);
      relay =
          GpioRelay.open(
              pi(),
              new GpioRelay.Setup(
                  new GpioPin(0, 17), contact(27), GpioRelay.Auxiliary.NORMALLY_CLOSED));
    }

    @Override
    protected BenchUnderTest bench() {
      return around;
    }

    @Override
    protected RfRelay relay() {
      return relay;
    }

    @Override
    protected boolean contactClosed() {
      return contacts.closed();
    }
  }

  @Nested
  class AnInterlock extends ContactContract {
    private final GpioInterlock interlock;

    AnInterlock() throws DeviceException {
      actuate(false);
      interlock =
          GpioInterlock.open(
              pi(), clock, new GpioInterlock.Setup(List.of(PiContractTest.contact(5)), 0.05));
    }

    @Override
    protected BenchUnderTest bench() {
      return around;
    }

    @Override
    protected Contact contact() {
      return interlock::closed;
    }

    @Override
    protected boolean rest() {
      return true;
    }

    @Override
    protected final boolean actuate(boolean actuated) {
      bank.put(5, actuated ? GpioBank.Level.FLOATING : GpioBank.Level.LOW);
      return true;
    }
  }

  @Nested
  class AFootswitch extends ContactContract {
    private final GpioFootswitch pedal;

    AFootswitch() throws DeviceException {
      actuate(false);
      pedal =
          GpioFootswitch.open(
              pi(), clock, new GpioFootswitch.Setup(PiContractTest.contact(13), 0.05));
    }

    @Override
    protected BenchUnderTest bench() {
      return around;
    }

    @Override
    protected Contact contact() {
      return pedal::pressed;
    }

    @Override
    protected boolean rest() {
      return false;
    }

    @Override
    protected final boolean actuate(boolean actuated) {
      bank.put(13, actuated ? GpioBank.Level.FLOATING : GpioBank.Level.LOW);
      return true;
    }
  }

  private Context pi() {
    return new SimulatedPi(Map.of(ADDRESS.path(), cable), bank).open(List.of(), List.of());
  }

  private static ContactPin contact(int line) {
    return new ContactPin("contact", new GpioPin(0, line), ContactPin.Closes.TO_GROUND);
  }
}
