package lissauer.simulator.device.pi;

import com.pi4j.io.spi.SpiMode;

/** A chip at one chip select. */
@FunctionalInterface
public interface SpiChip {
  /**
   * One transfer, from chip select low to chip select high.
   *
   * @param mode how the master clocks; a chip that wants another shifts bits
   * @param sent what the master shifts out, never empty
   * @param answered filled by the chip, as long as {@code sent}
   */
  void transfer(SpiMode mode, byte[] sent, byte[] answered);

  /** What a master reads that samples on the wrong edge: everything one bit late. */
  static void shiftOneBit(byte[] answered) {
    int carry = 0;
    for (int i = 0; i < answered.length; i++) {
      int value = answered[i] & 0xFF;
      answered[i] = (byte) ((value >> 1) | carry);
      carry = (value & 1) << 7;
    }
  }
}
