package lissauer.hal.gpio;

import lissauer.hal.settings.Settings;

/**
 * Where a chip sits on SPI: {@code /dev/spidevBUS.SELECT}.
 *
 * @param clockHertz how fast the bus is clocked
 */
public record SpiAddress(int bus, int chipSelect, int clockHertz) {
  /** What both converters stand: 5 MHz (datasheets of MAX31856 and MAX31855, f_SCL). */
  public static final int MOST_HERTZ = 5_000_000;

  /** Slow enough for wires of a hand's length; 17 bytes take 0.14 ms. */
  public static final int USUAL_HERTZ = 1_000_000;

  /** Refuses a bus, select or clock that no converter here can have. */
  public SpiAddress {
    if (!(bus >= 0 && bus <= 6 && chipSelect >= 0 && chipSelect <= 10)) {
      throw new IllegalArgumentException(
          "SPI bus must be 0 to 6 and chip select 0 to 10, were " + bus + " and " + chipSelect);
    }
    if (!(clockHertz >= 10_000 && clockHertz <= MOST_HERTZ)) {
      throw new IllegalArgumentException("SPI clock must be 10 kHz to 5 MHz, was " + clockHertz);
    }
  }

  /** Reads {@code spi_bus}, {@code spi_chip_select} and {@code spi_clock_hertz}. */
  public static SpiAddress from(Settings settings) {
    return new SpiAddress(
        (int) settings.whole("spi_bus", 0, 6, 0),
        (int) settings.whole("spi_chip_select", 0, 10, 0),
        (int) settings.whole("spi_clock_hertz", 10_000, MOST_HERTZ, USUAL_HERTZ));
  }

  /** The file that the kernel shows it as. */
  public String path() {
    return "/dev/spidev" + bus + "." + chipSelect;
  }
}
