package lissauer.hal.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import lissauer.hal.DeviceException;

/** One input line of Pi4J, read by level. */
final class InputLine implements AutoCloseable {
  private final DigitalInput input;
  private final GpioPin pin;
  private final String device;

  private InputLine(DigitalInput input, GpioPin pin, String device) {
    this.input = input;
    this.pin = pin;
    this.device = device;
  }

  /**
   * Takes hold of the line, without the provider's debounce, which would delay an opening contact
   * as well as a closing one (and, in the provider of Pi4J 4.0.2, a thousand times longer than
   * asked).
   *
   * @throws DeviceException if Pi4J cannot, with what to do
   */
  static InputLine open(Context pi, GpioPin pin, PullResistance pull, String device)
      throws DeviceException {
    try {
      DigitalInputConfigBuilder config = DigitalInput.newConfigBuilder(pi);
      config.bus(pin.chip());
      DigitalInput input =
          pi.create(
              config
                  .id("input-" + pin.chip() + "-" + pin.line())
                  .bcm(pin.line())
                  .pull(pull)
                  .debounce(0L)
                  .build());
      return new InputLine(input, pin, device);
    } catch (RuntimeException e) {
      throw refused(device, pin, e);
    }
  }

  static DeviceException refused(String device, GpioPin pin, RuntimeException e) {
    return new DeviceException(
        device,
        "cannot open "
            + pin
            + ": see that no other section of the rig file and no other program uses it (gpioinfo),"
            + " and that the user is in group gpio ("
            + e.getMessage()
            + ")",
        e);
  }

  /** Tells of each change as soon as the provider knows, on a thread of its own. */
  void onLow(Runnable action) {
    onChange(DigitalState.LOW, action);
  }

  /** As above, for the other level. */
  void onHigh(Runnable action) {
    onChange(DigitalState.HIGH, action);
  }

  private void onChange(DigitalState to, Runnable action) {
    input.addListener(event -> {
      if (event.state() == to) {
        action.run();
      }
    });
  }

  boolean low() throws DeviceException {
    return state() == DigitalState.LOW;
  }

  boolean high() throws DeviceException {
    return state() == DigitalState.HIGH;
  }

  private DigitalState state() throws DeviceException {
    try {
      return input.state();
    } catch (RuntimeException e) {
      throw new DeviceException(
          device, "cannot read " + pin + ": the GPIO chip is gone (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public void close() {
    input.close();
  }
}
