package lissauer.hal.gpio;

/** What can be wrong with an answer on SPI, which has no checksum, and what to do about each. */
public enum BadFrame {
  /** Nobody drives the line, or it is shorted. */
  SILENT_LOW(
      "every bit read 0",
      "the chip has no supply or MISO is shorted to ground: measure 3.3 V at the chip, then check"
          + " GND, MISO (SDO) and chip select"),
  /** Nobody drives the line and something pulls it up. */
  SILENT_HIGH(
      "every bit read 1",
      "no chip drives MISO: check that its SDO is wired to MISO, that its CS is the chip select of"
          + " the rig file, and that it has 3.3 V"),
  /** MISO follows MOSI. */
  ECHO(
      "the bus gave back what was sent",
      "MISO is tied to MOSI: remove the bridge, or connect the chip's SDO to MISO"),
  /** The chip forgot what it was told. */
  POWER_ON_SETTINGS(
      "the chip is back at its power-on settings",
      "its supply dipped: check 3.3 V, its wire and the 0.1 µF at the chip; it is set up again at"
          + " the next read"),
  /** The chip would linearise for other metals. */
  WRONG_TYPE(
      "the chip holds another thermocouple type than was written",
      "every temperature would be wrong: check who else talks to this chip, then start again"),
  /** Something answers, but not as it was told. */
  WRONG_SETTINGS(
      "the registers do not hold what was written",
      "another chip answers, or bits are lost: check driver, spi_bus and spi_chip_select in the rig"
          + " file, shorten the wires or lower spi_clock_hertz"),
  /** Bits that the datasheet fixes are otherwise. */
  IMPOSSIBLE(
      "the answer is none that this chip can give",
      "another chip answers, or bits are lost: check driver, spi_bus and spi_chip_select in the rig"
          + " file, shorten the wires or lower spi_clock_hertz"),
  /** No two answers in a row alike. */
  UNSTEADY(
      "no two readings in a row were alike",
      "something disturbs the bus: shorten and twist the wires, keep them from the RF lead, lower"
          + " spi_clock_hertz"),
  /** The transfer itself failed. */
  NO_TRANSFER(
      "the transfer failed",
      "check that the device still exists and that the user is in group spi");

  private final String what;
  private final String remedy;

  BadFrame(String what, String remedy) {
    this.what = what;
    this.remedy = remedy;
  }

  /** What was seen, for a sentence. */
  public String what() {
    return what;
  }

  /** What to do, for a sentence. */
  public String remedy() {
    return remedy;
  }
}
