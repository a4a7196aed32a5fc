package lissauer.simulator.device.pi;

import com.pi4j.io.spi.SpiMode;
import lissauer.hal.RigClock;
import lissauer.hal.gpio.ThermocoupleType;

/**
 * A MAX31856 at its pins: sixteen registers over SPI, and DRDY.
 *
 * <p>It lives on the rig's clock and catches up whenever it is touched, so a conversion ends when
 * it ends and not when it is read. Addresses increase by themselves within a transfer and go on at
 * 00h after 0Fh, which the datasheet leaves open.
 */
public final class Max31856Chip implements SpiChip {
  private static final int COUNT = 16;
  private static final int CR0 = 0x00;
  private static final int COLD = 0x0A;
  private static final int HOT = 0x0C;
  private static final int STATUS = 0x0F;
  private static final int FAULT_CLEAR = 0x02;

  /** Reset values (datasheet, table 6). */
  private static final int[] POWER_ON = {
    0x00, 0x03, 0xFF, 0x7F, 0xC0, 0x7F, 0xFF, 0x80, 0x00, 0, 0, 0, 0, 0, 0, 0
  };

  private final RigClock clock;
  private final Max31856Input input;
  private final int[] registers = POWER_ON.clone();
  private final Max31856Converter converter = new Max31856Converter();
  private boolean dataReady;

  /**
   * A chip that just got its supply, with a whole thermocouple of type K at it.
   *
   * @param tip hot junction
   * @param coldJunction the chip's own temperature
   */
  public Max31856Chip(RigClock clock, TemperatureSource tip, TemperatureSource coldJunction) {
    this.clock = clock;
    this.input = new Max31856Input(tip, coldJunction);
  }

  /** Takes supply away and gives it back, now. */
  public void powerCycle() {
    System.arraycopy(POWER_ON, 0, registers, 0, COUNT);
    converter.reset();
    dataReady = false;
  }

  /**
   * Makes conversions last longer than typical.
   *
   * @param factor 1 is typical; 1.12 is the longest that the datasheet allows at 50 Hz
   */
  public void slowDown(double factor) {
    advance();
    converter.slowDown(factor);
  }

  /** Connects a thermocouple of another type, now. */
  public void connect(ThermocoupleType type) {
    advance();
    input.connect(type);
  }

  /**
   * Breaks a lead, now.
   *
   * @param floatsAtCelsius what the open input looks like until the chip tests it; NaN for whatever
   *     was converted last
   */
  public void open(double floatsAtCelsius) {
    advance();
    input.open(floatsAtCelsius);
  }

  /** Pulls an input over the supply or under ground, now. */
  public void overVoltage() {
    advance();
    input.overVoltage();
  }

  /** Mends whatever is wrong at the input, now. */
  public void mend() {
    advance();
    input.mend();
  }

  /** When the chip next looks at its inputs; {@link Long#MAX_VALUE} while it is off. */
  public long nextLookNanos() {
    advance();
    return converter.nextLookNanos();
  }

  /** DRDY, which is low when a conversion waits to be read. */
  public GpioBank.Level dataReadyPin() {
    advance();
    return dataReady ? GpioBank.Level.LOW : GpioBank.Level.HIGH;
  }

  /** A register as it stands, without a transfer. */
  public int register(int address) {
    advance();
    return registers[address];
  }

  @Override
  public void transfer(SpiMode mode, byte[] sent, byte[] answered) {
    advance();
    // SCLK may idle at either level; data is sampled on its second edge (datasheet, serial
    // interface).
    boolean understands = mode == SpiMode.MODE_1 || mode == SpiMode.MODE_3;
    boolean write = (sent[0] & 0x80) != 0;
    answered[0] = (byte) 0xFF;
    for (int i = 1; i < sent.length; i++) {
      int address = ((sent[0] & 0x7F) + i - 1) % COUNT;
      if (write) {
        answered[i] = 0;
        if (understands) {
          write(address, sent[i] & 0xFF);
        }
      } else {
        answered[i] = (byte) registers[address];
        dataReady &= address < HOT || address >= STATUS;
      }
    }
    if (!understands) {
      SpiChip.shiftOneBit(answered);
    }
  }

  private void write(int address, int value) {
    if (address == CR0) {
      writeConfiguration(value);
    } else if (address < COLD) {
      registers[address] = value;
    } else if (address < HOT && (registers[CR0] & Max31856Converter.NO_COLD_JUNCTION) != 0) {
      registers[address] = address == COLD + 1 ? value & 0xFC : value;
    }
  }

  private void writeConfiguration(int value) {
    int before = registers[CR0];
    int now = value & ~FAULT_CLEAR;
    if ((before & now & Max31856Converter.AUTOMATIC) != 0) {
      // The notch can be moved only while conversions are off (datasheet, CR0 bit 0).
      now = (now & ~Max31856Converter.REJECT_50_HZ) | (before & Max31856Converter.REJECT_50_HZ);
    }
    if ((value & FAULT_CLEAR) != 0 && (before & Max31856Input.INTERRUPT_MODE) != 0) {
      registers[STATUS] = 0;
    }
    if ((now & Max31856Converter.AUTOMATIC) != 0) {
      now &= ~Max31856Converter.ONE_SHOT;
    }
    registers[CR0] = now;
    converter.configure(before, now, registers[1], clock.nanos());
  }

  private void advance() {
    long now = clock.nanos();
    while (converter.nextLookNanos() <= now) {
      long at = converter.nextLookNanos();
      input.look(at);
      boolean tested = converter.testsNow();
      if (converter.look(registers)) {
        dataReady |= input.convert(registers, converter.looks());
        if ((registers[CR0] & Max31856Converter.AUTOMATIC) == 0) {
          registers[CR0] &= ~Max31856Converter.ONE_SHOT;
        }
        if (tested) {
          input.test(registers);
        }
      }
    }
    if (converter.demandedTestIsOver(now)) {
      input.test(registers);
    }
    input.watchVoltage(registers);
  }
}
