package lissauer.simulator.device.pi;

import com.pi4j.context.Context;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/** Pi4J's input at a line of the bank. */
final class BankInput extends DigitalInputBase {
  private final GpioBank bank;
  private DigitalState seen;

  BankInput(DigitalInputProvider provider, DigitalInputConfig config, GpioBank bank) {
    super(provider, config);
    this.bank = bank;
    this.seen = state();
    bank.watch(config.bcm(), this::edge);
  }

  @Override
  public DigitalState state() {
    return bank.read(config.bcm(), config.pull());
  }

  @Override
  public DigitalInput shutdownInternal(Context context) throws ShutdownException {
    bank.unwatch(config.bcm());
    return super.shutdownInternal(context);
  }

  private void edge() {
    DigitalState now = state();
    if (now != seen) {
      seen = now;
      dispatch(new DigitalStateChangeEvent<>(this, now));
    }
  }
}
