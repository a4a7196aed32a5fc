package lissauer.simulator.device.pi;

import com.pi4j.io.spi.SpiMode;

/** Talks to an emulated MAX31856 as any master does. */
record Master(Max31856Chip chip) {
  void write(int address, int... values) {
    byte[] sent = new byte[values.length + 1];
    sent[0] = (byte) (0x80 | address);
    for (int i = 0; i < values.length; i++) {
      sent[i + 1] = (byte) values[i];
    }
    chip.transfer(SpiMode.MODE_1, sent, new byte[sent.length]);
  }

  int[] read(int address, int count) {
    byte[] sent = new byte[count + 1];
    sent[0] = (byte) address;
    byte[] answered = new byte[count + 1];
    chip.transfer(SpiMode.MODE_1, sent, answered);
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = answered[i + 1] & 0xFF;
    }
    return values;
  }

  /** The linearised temperature as the datasheet has it. */
  double hotCelsius() {
    int[] bytes = read(0x0C, 3);
    return ((((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8)) >> 8) >> 5) / 128.0;
  }
}
