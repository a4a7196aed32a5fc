package lissauer.simulator.device.pi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.io.spi.SpiMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lissauer.hal.DeviceException;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import lissauer.hal.gpio.Max31855;
import lissauer.hal.gpio.Max31856;
import lissauer.hal.gpio.Max31856Setup;
import lissauer.hal.gpio.SpiAddress;
import lissauer.hal.gpio.ThermocoupleType;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.Test;

/** Ten million seeded bytes into each chip driver. */
class ChipFuzzTest {
  private static final long BYTES = 10_000_000;
  private static final Predicate<String> NAMED =
      Pattern.compile("MAX3185[56] on /dev/spidev0\\.0: .+; .+").asMatchPredicate();
  private static final SpiAddress ADDRESS = new SpiAddress(0, 0, 1_000_000);

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);

  @Test
  void noRegistersOfAMax31856CrashItsDriverOrInventATemperature() throws DeviceException {
    Max31856Chip chip = new Max31856Chip(clock, _ -> 37, _ -> 23);
    Garbage garbage = new Garbage(chip, 17, new Random(56));
    Max31856 driver =
        Max31856.open(
            new SimulatedPi(Map.of(ADDRESS.path(), garbage), new GpioBank())
                .open(List.of(), List.of()),
            clock,
            new Max31856Setup(
                ADDRESS,
                ThermocoupleType.K,
                1,
                60,
                Max31856Setup.OpenCircuitTest.BELOW_5_KILOOHMS,
                Optional.empty()));
    garbage.on = true;
    Tally tally = feed(driver, garbage);
    assertThat(tally.samples).as("some of it was believable").isGreaterThan(1000);
    assertThat(driver.badFrames().values().stream().mapToLong(n -> n).sum())
        .as("each refusal was counted")
        .isGreaterThanOrEqualTo(tally.refused);
    assertThat(driver.badFrames()).hasSizeGreaterThan(3);
  }

  @Test
  void noFrameOfAMax31855CrashesItsDriverOrInventsATemperature() throws DeviceException {
    Max31855Chip chip = new Max31855Chip(clock, _ -> 37, _ -> 23);
    Garbage garbage = new Garbage(chip, 4, new Random(55));
    Max31855 driver =
        Max31855.open(
            new SimulatedPi(Map.of(ADDRESS.path(), garbage), new GpioBank())
                .open(List.of(), List.of()),
            clock,
            new Max31855.Setup(ADDRESS, ThermocoupleType.K));
    garbage.on = true;
    Tally tally = feed(driver, garbage);
    assertThat(tally.samples).isGreaterThan(1000);
    assertThat(driver.badFrames().values().stream().mapToLong(n -> n).sum())
        .isGreaterThanOrEqualTo(tally.refused);
  }

  private record Tally(long samples, long refused) {}

  private Tally feed(Thermocouple driver, Garbage garbage) {
    long samples = 0;
    long refused = 0;
    while (garbage.bytes < BYTES) {
      try {
        TemperatureSample sample = driver.read();
        boolean faulty = garbage.length == 17 ? garbage.last[16] != 0 : (garbage.last[1] & 1) != 0;
        boolean good = sample.quality() == Quality.GOOD;
        if (good == Double.isNaN(sample.tipCelsius()) || (good && faulty)) {
          throw new AssertionError("invented: " + sample);
        }
        samples += sample.quality() == Quality.NO_DATA ? 0 : 1;
      } catch (DeviceException e) {
        refused++;
        if (!NAMED.test(e.getMessage())) {
          throw new AssertionError("nameless: " + e.getMessage());
        }
      }
      clock.sleepUntil(clock.nanos() + 50_000_000);
    }
    return new Tally(samples, refused);
  }

  /**
   * Answers with noise, with noise where the measurements are, with one wrong byte, or flat, each a
   * quarter of the time; the same answer a few times, so that some are believed.
   */
  private static final class Garbage implements SpiChip {
    private final SpiChip chip;
    private final int length;
    private final Random random;
    private byte[] last = new byte[0];
    private int repeats;
    private boolean on;
    private long bytes;

    Garbage(SpiChip chip, int length, Random random) {
      this.chip = chip;
      this.length = length;
      this.random = random;
    }

    @Override
    public void transfer(SpiMode mode, byte[] sent, byte[] answered) {
      chip.transfer(mode, sent, answered);
      if (!on || sent.length != length || sent[0] < 0) {
        return;
      }
      bytes += length;
      if (repeats-- <= 0) {
        repeats = random.nextInt(4);
        last = bent(answered);
      }
      System.arraycopy(last, 0, answered, 0, length);
    }

    private byte[] bent(byte[] truth) {
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      byte[] mixed = truth.clone();
      int measured = length == 17 ? 11 : 0;
      byte flat = random.nextBoolean() ? (byte) 0 : (byte) 0xFF;
      switch (random.nextInt(4)) {
        case 0 -> mixed = noise;
        case 1 -> System.arraycopy(noise, measured, mixed, measured, length - measured);
        case 2 -> mixed[random.nextInt(length)] = noise[0];
        default -> Arrays.fill(mixed, flat);
      }
      return mixed;
    }
  }
}
