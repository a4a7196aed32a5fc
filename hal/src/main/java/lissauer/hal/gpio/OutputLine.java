package lissauer.hal.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import lissauer.hal.DeviceException;

/**
 * One output line of Pi4J: low at first, low at the end, high means on.
 *
 * <p>There is no inverted output on purpose. A line is low, or floats and is pulled low, before it
 * is opened, while the kernel hands it over, and after the process has died; on must not be one of
 * these.
 */
final class OutputLine implements AutoCloseable {
  private final DigitalOutput output;
  private final GpioPin pin;
  private final String device;

  private OutputLine(DigitalOutput output, GpioPin pin, String device) {
    this.output = output;
    this.pin = pin;
    this.device = device;
  }

  static OutputLine open(Context pi, GpioPin pin, String device) throws DeviceException {
    try {
      DigitalOutputConfigBuilder config = DigitalOutput.newConfigBuilder(pi);
      config.bus(pin.chip());
      DigitalOutput output =
          pi.create(
              config
                  .id("output-" + pin.chip() + "-" + pin.line())
                  .bcm(pin.line())
                  .initial(DigitalState.LOW)
                  .shutdown(DigitalState.LOW)
                  .build());
      return new OutputLine(output, pin, device);
    } catch (RuntimeException e) {
      throw InputLine.refused(device, pin, e);
    }
  }

  void set(boolean on) throws DeviceException {
    try {
      output.state(on ? DigitalState.HIGH : DigitalState.LOW);
    } catch (RuntimeException e) {
      throw new DeviceException(
          device, "cannot set " + pin + ": the GPIO chip is gone (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public void close() {
    output.close();
  }
}
