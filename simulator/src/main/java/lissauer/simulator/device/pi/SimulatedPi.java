package lissauer.simulator.device.pi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProviderBase;
import java.util.List;
import java.util.Map;
import lissauer.hal.gpio.PiPins;
import lissauer.hal.gpio.SpiAddress;

/**
 * A Raspberry Pi without a Raspberry Pi: Pi4J with providers that end in emulated chips.
 *
 * @param chips by the path of their device: {@code /dev/spidev0.0}; there are no others
 */
public record SimulatedPi(Map<String, SpiChip> chips, GpioBank bank) implements PiPins {
  /** Keeps its own copy of the chips. */
  public SimulatedPi {
    chips = Map.copyOf(chips);
  }

  @Override
  public Context open(List<Integer> gpioChips, List<SpiAddress> spi) {
    return Pi4J.newContextBuilder()
        .add(new SpiChips(chips), new Inputs(bank), new Outputs(bank))
        .build();
  }

  @Override
  public boolean emulated() {
    return true;
  }

  private static final class SpiChips extends SpiProviderBase {
    private final Map<String, SpiChip> chips;

    SpiChips(Map<String, SpiChip> chips) {
      super("simulated-spi");
      this.chips = chips;
    }

    @Override
    public Spi create(SpiConfig config) {
      String path = "/dev/spidev" + config.bus().getBus() + "." + config.channel();
      SpiChip chip = chips.get(path);
      if (chip == null) {
        throw new Pi4JException("Device '" + path + "' does not exist.");
      }
      Spi spi = new ChipSpi(this, config, chip);
      context.registry().add(spi);
      return spi;
    }
  }

  private static final class Inputs extends DigitalInputProviderBase {
    private final GpioBank bank;

    Inputs(GpioBank bank) {
      super("simulated-input");
      this.bank = bank;
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
      DigitalInput input = new BankInput(this, config, bank);
      context.registry().add(input);
      return input;
    }
  }

  private static final class Outputs extends DigitalOutputProviderBase {
    private final GpioBank bank;

    Outputs(GpioBank bank) {
      super("simulated-output");
      this.bank = bank;
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
      DigitalOutput output = new BankOutput(this, config, bank);
      context.registry().add(output);
      return output;
    }
  }
}
