package lissauer.simulator.device.pi;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;

/** Pi4J's SPI with an emulated chip at the other end; returns what Pi4J's FFM provider returns. */
final class ChipSpi extends SpiBase {
  private final SpiChip chip;

  ChipSpi(SpiProvider provider, SpiConfig config, SpiChip chip) {
    super(provider, config);
    this.chip = chip;
  }

  @Override
  public Spi initialize(Context context) throws InitializeException {
    isOpen = true;
    return super.initialize(context);
  }

  @Override
  public int transfer(byte[] write, int writeOffset, byte[] read, int readOffset, int length) {
    if (!isOpen) {
      throw new Pi4JException("SPI bus is closed");
    }
    byte[] sent = new byte[length];
    System.arraycopy(write, writeOffset, sent, 0, length);
    byte[] answered = new byte[length];
    chip.transfer(config.mode(), sent, answered);
    System.arraycopy(answered, 0, read, readOffset, length);
    return length;
  }

  @Override
  public int write(byte b) {
    return write(new byte[] {b}, 0, 1);
  }

  @Override
  public int write(byte[] data, int offset, int length) {
    return transfer(data, offset, new byte[length], 0, length);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    read(one, 0, 1);
    return one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    return transfer(new byte[length], 0, buffer, offset, length);
  }
}
