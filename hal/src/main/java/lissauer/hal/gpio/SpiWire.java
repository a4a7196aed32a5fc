package lissauer.hal.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import java.util.Arrays;
import java.util.Objects;
import lissauer.hal.DeviceException;
import org.jspecify.annotations.Nullable;

/** One chip select of one SPI bus, with the faults that any chip on it can have. */
final class SpiWire implements AutoCloseable {
  /**
   * Sent where the chip does not care, so that a bus that echoes is told from one that is silent.
   */
  static final byte DO_NOT_CARE = 0x5A;

  private final Context pi;
  private final Spi spi;
  private final String path;
  private @Nullable RuntimeException failure;

  private SpiWire(Context pi, Spi spi, String path) {
    this.pi = pi;
    this.spi = spi;
    this.path = path;
  }

  /**
   * Opens the bus.
   *
   * @param device the port as a person calls it
   * @throws DeviceException if Pi4J cannot, with what to do
   */
  static SpiWire open(Context pi, SpiAddress at, SpiMode mode, String device)
      throws DeviceException {
    try {
      Spi spi =
          pi.create(
              Spi.newConfigBuilder(pi)
                  .id("spi-" + at.bus() + "-" + at.chipSelect())
                  .bus(Objects.requireNonNull(SpiBus.getByNumber(at.bus())))
                  .channel(at.chipSelect())
                  .mode(mode)
                  .baud(at.clockHertz())
                  .build());
      return new SpiWire(pi, spi, at.path());
    } catch (RuntimeException e) {
      throw new DeviceException(
          device,
          "cannot open "
              + at.path()
              + ": enable SPI (sudo raspi-config nonint do_spi 0), add the user to group spi, and"
              + " see that nobody else uses it ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  String path() {
    return path;
  }

  /**
   * Sends, and looks at nothing that comes back.
   *
   * @return whether it was sent
   */
  boolean write(byte[] sent) {
    return transfer(sent, new byte[sent.length]);
  }

  /**
   * Sends and receives at once.
   *
   * @param undriven bytes at the beginning during which the chip does not drive the line
   * @return what is wrong with the answer whatever chip gave it, or null
   */
  @Nullable BadFrame exchange(byte[] sent, byte[] received, int undriven) {
    if (!transfer(sent, received)) {
      return BadFrame.NO_TRANSFER;
    }
    return Arrays.equals(sent, received) ? BadFrame.ECHO : stuck(received, undriven);
  }

  /**
   * What to tell a person of an answer that stayed bad.
   *
   * @param more added to what was seen; may be empty
   */
  DeviceException failed(String device, String chip, BadFrame bad, String more) {
    String message = chip + ": " + bad.what() + more + "; " + bad.remedy();
    return failure == null
        ? new DeviceException(device, message)
        : new DeviceException(device, message, failure);
  }

  /** Pi4J promises 0 for success; its providers return how many bytes they moved. */
  private boolean transfer(byte[] sent, byte[] received) {
    try {
      failure = null;
      int moved = spi.transfer(sent, 0, received, 0, sent.length);
      return moved == 0 || moved == sent.length;
    } catch (RuntimeException e) {
      failure = e;
      return false;
    }
  }

  private static @Nullable BadFrame stuck(byte[] received, int undriven) {
    byte first = received[undriven];
    for (int i = undriven; i < received.length; i++) {
      if (received[i] != first) {
        return null;
      }
    }
    return switch (first) {
      case 0 -> BadFrame.SILENT_LOW;
      case (byte) 0xFF -> BadFrame.SILENT_HIGH;
      default -> null;
    };
  }

  /** Pi4J's own close leaves the instance registered, so that it could not be opened again. */
  @Override
  public void close() {
    if (pi.hasIO(spi.id())) {
      pi.shutdown(spi.id());
    }
  }
}
