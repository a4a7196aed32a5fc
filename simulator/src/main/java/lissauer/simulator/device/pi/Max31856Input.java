package lissauer.simulator.device.pi;

import lissauer.hal.gpio.ThermocoupleType;

/** What a MAX31856 makes of the voltage at its inputs, and the fault status it shows (0Fh). */
final class Max31856Input {
  static final int INTERRUPT_MODE = 0x04;

  private static final int COLD_RANGE = 0x80;
  private static final int HOT_RANGE = 0x40;
  private static final int COLD_HIGH = 0x20;
  private static final int COLD_LOW = 0x10;
  private static final int HOT_HIGH = 0x08;
  private static final int HOT_LOW = 0x04;
  private static final int VOLTAGE = 0x02;
  private static final int OPEN = 0x01;
  private static final int THRESHOLDS = COLD_HIGH | COLD_LOW | HOT_HIGH | HOT_LOW;

  /** Of threshold faults in comparator mode (datasheet, CR0 bit 2). */
  private static final double HYSTERESIS_KELVIN = 2;

  private enum Lead {
    WHOLE,
    OPEN,
    OVER_VOLTAGE
  }

  private final TemperatureSource tip;
  private final TemperatureSource coldJunction;
  private ThermocoupleType wired = ThermocoupleType.K;
  private Lead lead = Lead.WHOLE;
  private double floatsAtCelsius = Double.NaN;
  private double tipSum;
  private double coldSum;
  private double shownCelsius;

  Max31856Input(TemperatureSource tip, TemperatureSource coldJunction) {
    this.tip = tip;
    this.coldJunction = coldJunction;
  }

  void connect(ThermocoupleType type) {
    wired = type;
  }

  void open(double atCelsius) {
    lead = Lead.OPEN;
    floatsAtCelsius = atCelsius;
  }

  void overVoltage() {
    lead = Lead.OVER_VOLTAGE;
  }

  void mend() {
    lead = Lead.WHOLE;
  }

  void look(long atNanos) {
    tipSum += tip.celsiusAt(atNanos);
    coldSum += coldJunction.celsiusAt(atNanos);
  }

  /**
   * Ends a conversion: the mean of so many looks.
   *
   * @return false when an over-voltage suspended it (datasheet, SR bit 1)
   */
  boolean convert(int[] registers, int looks) {
    double tipCelsius = tipSum / looks;
    double coldCelsius = coldSum / looks;
    tipSum = 0;
    coldSum = 0;
    if (lead == Lead.OVER_VOLTAGE) {
      return false;
    }
    double offset = (byte) registers[0x09] * 0.0625;
    if ((registers[0] & Max31856Converter.NO_COLD_JUNCTION) == 0) {
      int code = clamp(Math.rint((coldCelsius + offset) * 64), 13) << 2;
      registers[0x0A] = (code >> 8) & 0xFF;
      registers[0x0B] = code & 0xFC;
    }
    double coldShown = (((byte) registers[0x0A] * 256 + registers[0x0B]) >> 2) / 64.0;
    int type = registers[1] & 0x0F;
    double volts = microvoltsPerKelvin(wired) * 1e-6 * (tipCelsius - coldCelsius);
    int code = type < 8 ? linearised(coldShown, volts, type) : voltage(volts, type);
    registers[0x0C] = (code >> 11) & 0xFF;
    registers[0x0D] = (code >> 3) & 0xFF;
    registers[0x0E] = (code << 5) & 0xE0;
    compare(registers, type < 8 ? code / 128.0 : Double.NaN, coldShown);
    return true;
  }

  /** What a test for an open circuit finds. */
  void test(int[] registers) {
    if (lead != Lead.OVER_VOLTAGE) {
      show(registers, OPEN, lead == Lead.OPEN ? OPEN : 0);
    }
  }

  /** Over- and under-voltage is seen at once, not at conversions. */
  void watchVoltage(int[] registers) {
    show(registers, VOLTAGE, lead == Lead.OVER_VOLTAGE ? VOLTAGE : 0);
  }

  private int linearised(double coldShown, double volts, int type) {
    double slope = microvoltsPerKelvin(ThermocoupleType.ofCode(type)) * 1e-6;
    double celsius = coldShown + volts / slope;
    if (lead == Lead.OPEN) {
      celsius = Double.isNaN(floatsAtCelsius) ? shownCelsius : floatsAtCelsius;
    }
    shownCelsius = celsius;
    return clamp(Math.rint(celsius * 128), 18);
  }

  /** Code = gain · 1.6 · 2¹⁷ · volts (datasheet, CR1). */
  private static int voltage(double volts, int type) {
    int gain = type < 12 ? 8 : 32;
    return clamp(Math.rint(gain * 1.6 * (1 << 17) * volts), 18);
  }

  private void compare(int[] registers, double hot, double cold) {
    int found = 0;
    found |= cold < -55 || cold > 125 ? COLD_RANGE : 0;
    int type = registers[1] & 0x0F;
    if (type < 8) {
      ThermocoupleType table = ThermocoupleType.ofCode(type);
      found |= hot < table.leastCelsius() || hot > table.mostCelsius() ? HOT_RANGE : 0;
    }
    int status = registers[0x0F];
    boolean holds = (registers[0] & INTERRUPT_MODE) == 0;
    found |= above(cold, (byte) registers[3], holds && (status & COLD_HIGH) != 0) ? COLD_HIGH : 0;
    found |= above(-cold, -(byte) registers[4], holds && (status & COLD_LOW) != 0) ? COLD_LOW : 0;
    double high = ((byte) registers[5] * 256 + registers[6]) / 16.0;
    double low = ((byte) registers[7] * 256 + registers[8]) / 16.0;
    found |= above(hot, high, holds && (status & HOT_HIGH) != 0) ? HOT_HIGH : 0;
    found |= above(-hot, -low, holds && (status & HOT_LOW) != 0) ? HOT_LOW : 0;
    show(registers, COLD_RANGE | HOT_RANGE | THRESHOLDS, found);
  }

  private static boolean above(double value, double limit, boolean before) {
    return value > (before ? limit - HYSTERESIS_KELVIN : limit);
  }

  /** Comparator mode follows the condition, interrupt mode keeps it until it is cleared. */
  private static void show(int[] registers, int which, int found) {
    boolean keeps = (registers[0] & INTERRUPT_MODE) != 0;
    registers[0x0F] = keeps ? registers[0x0F] | found : (registers[0x0F] & ~which) | found;
  }

  private static int clamp(double code, int bits) {
    double most = 1 << bits;
    return (int) Math.max(-most, Math.min(most - 1, code));
  }

  /**
   * Slope between room and tissue temperature, rounded (NIST tables, 25 to 75 °C). A straight line
   * is enough to show what a wrong type does.
   */
  private static double microvoltsPerKelvin(ThermocoupleType type) {
    return switch (type) {
      case B -> 0.2;
      case E -> 62;
      case J -> 52;
      case K -> 41;
      case N -> 27;
      case R, S -> 6.4;
      case T -> 42;
    };
  }
}
