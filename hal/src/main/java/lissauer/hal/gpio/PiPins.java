package lissauer.hal.gpio;

import com.pi4j.context.Context;
import java.util.List;
import lissauer.hal.DeviceException;

/**
 * Something with pins that Pi4J can be opened on: the computer this runs on, or an emulated one.
 */
public interface PiPins {
  /**
   * Opens Pi4J. Whoever gets the context shuts it down, which lets every output fall low.
   *
   * @param gpioChips numbers of the {@code /dev/gpiochip} files that will be needed
   * @param spi chips that will be needed
   * @throws DeviceException if there are no pins, or no right to use them, or no provider, with
   *     what to do
   */
  Context open(List<Integer> gpioChips, List<SpiAddress> spi) throws DeviceException;

  /** Whether it only stands in for a computer with pins. */
  boolean emulated();
}
