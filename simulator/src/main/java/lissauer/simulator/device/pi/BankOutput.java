package lissauer.simulator.device.pi;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;

/** Pi4J's output at a line of the bank. */
final class BankOutput extends DigitalOutputBase {
  private final GpioBank bank;

  BankOutput(DigitalOutputProvider provider, DigitalOutputConfig config, GpioBank bank) {
    super(provider, config);
    this.bank = bank;
  }

  @Override
  public DigitalOutput state(DigitalState state) {
    bank.write(config.bcm(), state == DigitalState.HIGH);
    return super.state(state);
  }
}
