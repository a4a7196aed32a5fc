package lissauer.simulator.device.pi;

import com.pi4j.io.spi.SpiMode;
import java.util.Arrays;
import java.util.Random;

/** The wires between master and chip, which can be cut, shorted, bridged or noisy. */
public final class SpiCable implements SpiChip {
  private final SpiChip chip;
  private final Random random;
  private State state = State.WHOLE;

  /** What the wires are like. */
  public enum State {
    /** As they should be. */
    WHOLE,
    /** MISO is open and floats high; the chip hears nothing. */
    CUT,
    /** MISO is shorted to ground; the chip still hears. */
    SHORTED,
    /** MISO is tied to MOSI; the chip hears nothing. */
    BRIDGED,
    /** One bit of each answer is wrong. */
    NOISY
  }

  /**
   * Whole wires.
   *
   * @param seed chooses which bits noise turns over
   */
  public SpiCable(SpiChip chip, long seed) {
    this.chip = chip;
    this.random = new Random(seed);
  }

  /** Changes the wires, now. */
  public void become(State now) {
    state = now;
  }

  @Override
  public void transfer(SpiMode mode, byte[] sent, byte[] answered) {
    switch (state) {
      case WHOLE -> chip.transfer(mode, sent, answered);
      case CUT -> Arrays.fill(answered, (byte) 0xFF);
      case SHORTED -> {
        chip.transfer(mode, sent, answered);
        Arrays.fill(answered, (byte) 0);
      }
      case BRIDGED -> System.arraycopy(sent, 0, answered, 0, sent.length);
      case NOISY -> {
        chip.transfer(mode, sent, answered);
        // Not in the first byte, which a chip with an address does not drive.
        int bit = 8 + random.nextInt(8 * (answered.length - 1));
        answered[bit / 8] ^= (byte) (0x80 >> (bit % 8));
      }
    }
  }
}
