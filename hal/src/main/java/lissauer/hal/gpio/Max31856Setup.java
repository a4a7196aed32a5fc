package lissauer.hal.gpio;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lissauer.hal.settings.Settings;

/**
 * How a MAX31856 is wired and what it is told.
 *
 * @param samples conversions averaged in the chip: 1, 2 or 4; more would be older than the safety
 *     gate allows
 * @param mainsHertz 50 or 60, which the chip's filter rejects
 * @param openCircuitTest resistance of leads and input filter, which chooses how long the chip
 *     waits (datasheet, table 4)
 * @param dataReady the pin that DRDY is wired to, if it is
 */
public record Max31856Setup(
    SpiAddress address,
    ThermocoupleType type,
    int samples,
    int mainsHertz,
    OpenCircuitTest openCircuitTest,
    Optional<GpioPin> dataReady) {

  /** Bits 5:4 of CR0 and what a test every sixteenth conversion costs (datasheet, table 4). */
  public enum OpenCircuitTest {
    /** Up to 5 kΩ: 15 ms at most. */
    BELOW_5_KILOOHMS(0x10, 0.015),
    /** 5 to 40 kΩ, time constant below 2 ms: 37 ms at most. */
    FAST_FILTER(0x20, 0.037),
    /** 5 to 40 kΩ, time constant above 2 ms: 125 ms at most. */
    SLOW_FILTER(0x30, 0.125);

    private final int bits;
    private final double mostSeconds;

    OpenCircuitTest(int bits, double mostSeconds) {
      this.bits = bits;
      this.mostSeconds = mostSeconds;
    }

    int bits() {
      return bits;
    }

    double mostSeconds() {
      return mostSeconds;
    }
  }

  /** Refuses what the chip cannot, or what would be too slow to control a tip by. */
  public Max31856Setup {
    if (samples != 1 && samples != 2 && samples != 4) {
      throw new IllegalArgumentException("samples must be 1, 2 or 4, was " + samples);
    }
    if (mainsHertz != 50 && mainsHertz != 60) {
      throw new IllegalArgumentException("mains must be 50 or 60 Hz, was " + mainsHertz);
    }
  }

  /** Reads a section {@code thermocouple} with {@code driver: max31856}. */
  public static Max31856Setup from(Settings settings) {
    SpiAddress address = SpiAddress.from(settings);
    ThermocoupleType type = type(settings);
    long samples = settings.whole("average_samples", 1, 4, 1);
    if (samples == 3) {
      settings.problem("average_samples", "3 is none of 1, 2, 4");
      samples = 2;
    }
    long mains = settings.whole("mains_hertz", 50, 60);
    if (mains != 50 && mains != 60) {
      settings.problem("mains_hertz", mains + " is neither 50 nor 60 Hz");
      mains = 50;
    }
    Optional<GpioPin> dataReady =
        GpioPin.ifThere(settings, "data_ready_gpio", GpioPin.chip(settings));
    OpenCircuitTest test =
        Choice.of(
            settings,
            "open_circuit_test",
            OpenCircuitTest.values(),
            OpenCircuitTest.BELOW_5_KILOOHMS);
    return new Max31856Setup(address, type, (int) samples, (int) mains, test, dataReady);
  }

  /** Reads {@code type}, one of the eight letters. */
  static ThermocoupleType type(Settings settings) {
    List<String> names = Stream.of(ThermocoupleType.values()).map(Enum::name).toList();
    String name = settings.choice("type", names);
    return name.isEmpty() ? ThermocoupleType.K : ThermocoupleType.valueOf(name);
  }

  /** CR0 without automatic conversion: open-circuit test, comparator mode, filter. */
  int configuration0() {
    return openCircuitTest.bits() | (mainsHertz == 50 ? 0x01 : 0);
  }

  /** CR1: averaging and type. */
  int configuration1() {
    int averaging = Integer.numberOfTrailingZeros(samples);
    return (averaging << 4) | type.code();
  }

  /**
   * The longest that automatic conversions may be apart: 90 ms at 60 Hz, 110 ms at 50 Hz
   * (datasheet, electrical characteristics, t_CONV), a mains period for each further sample (CR1),
   * and once in sixteen the open-circuit test.
   */
  double periodSeconds() {
    double one = mainsHertz == 50 ? 0.110 : 0.090;
    return one + (samples - 1.0) / mainsHertz + openCircuitTest.mostSeconds();
  }

  /**
   * After how long registers that have not changed are taken for those of a later conversion: when
   * one more has ended for certain, and before the safety gate calls the sample stale at 0.25 s.
   */
  double renewalSeconds() {
    return Math.min(1.8 * periodSeconds(), 0.23);
  }

  /** The longest that the first conversion takes: 155 or 185 ms, two mains periods a sample. */
  double firstSeconds() {
    double one = mainsHertz == 50 ? 0.185 : 0.155;
    return one + 2 * (samples - 1.0) / mainsHertz + openCircuitTest.mostSeconds();
  }
}
