package lissauer.hal.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.spi.SpiMode;
import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Finding;
import lissauer.hal.RigClock;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import lissauer.hal.lab.Examined;
import lissauer.hal.link.BadFrames;
import lissauer.hal.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A MAX31855, which only ever sends one frame and cannot be told or asked anything.
 *
 * <p>Its thermocouple type is burnt into the part (the last letter of its name) and cannot be read
 * back, it has no filter settings, and many boards miss a lead that is shorted to ground: a
 * MAX31856 is the better choice.
 */
public final class Max31855 implements Thermocouple, Examined, AutoCloseable {
  /**
   * The longest that conversions are apart (datasheet, t_CONV: 70 ms typically, 100 ms at most).
   */
  private static final long PERIOD_NANOS = 100_000_000;

  /** After how long a frame that has not changed is taken for that of a later conversion. */
  private static final long RENEWAL_NANOS = 180_000_000;

  /** From power to the first temperature (datasheet, 200 ms). */
  private static final long POWER_UP_NANOS = 200_000_000;

  private static final String DEVICE = "thermocouple";
  private static final int TRIES = 4;

  private final SpiWire wire;
  private final RigClock clock;
  private final ThermocoupleType type;
  private final BadFrames badFrames = new BadFrames();
  private final byte[] request = {
    SpiWire.DO_NOT_CARE, ~SpiWire.DO_NOT_CARE, SpiWire.DO_NOT_CARE, ~SpiWire.DO_NOT_CARE
  };
  private final byte[] answer = new byte[request.length];
  private @Nullable Max31855Frame latest;
  private long readNanos;
  private long sampledNanos;

  /**
   * How one is wired.
   *
   * @param type what the part is made for: K for a MAX31855K
   */
  public record Setup(SpiAddress address, ThermocoupleType type) {
    /** Reads a section {@code thermocouple} with {@code driver: max31855}. */
    public static Setup from(Settings settings) {
      SpiAddress address = SpiAddress.from(settings);
      ThermocoupleType type = Max31856Setup.type(settings);
      if (type == ThermocoupleType.B) {
        settings.problem("type", "there is no MAX31855 for type B; allowed E, J, K, N, R, S, T");
      }
      return new Setup(address, type);
    }
  }

  private Max31855(SpiWire wire, RigClock clock, ThermocoupleType type) {
    this.wire = wire;
    this.clock = clock;
    this.type = type;
  }

  /**
   * Waits until a chip that just got its supply has converted, and reads it.
   *
   * @throws DeviceException if it does not answer, or is another chip
   */
  public static Max31855 open(Context pi, RigClock clock, Setup setup) throws DeviceException {
    SpiWire wire = SpiWire.open(pi, setup.address(), SpiMode.MODE_0, DEVICE);
    Max31855 chip = new Max31855(wire, clock, setup.type());
    chip.readNanos = clock.nanos();
    clock.sleepUntil(chip.readNanos + POWER_UP_NANOS);
    try {
      chip.read();
    } catch (DeviceException e) {
      chip.close();
      throw e;
    }
    return chip;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A sample's time is the earliest that its conversion can have ended. The chip does not show
   * whether it still converts; only a changed frame does.
   */
  @Override
  public TemperatureSample read() throws DeviceException {
    long now = clock.nanos();
    Max31855Frame seen = steady();
    boolean another = latest == null || !seen.equals(latest);
    if (another) {
      sampledNanos = Math.max(now - PERIOD_NANOS, readNanos);
    } else if (now - sampledNanos > RENEWAL_NANOS) {
      sampledNanos = now - PERIOD_NANOS;
    }
    latest = seen;
    readNanos = now;
    return new TemperatureSample(
        sampledNanos, seen.tipCelsius(), seen.coldJunctionCelsius(), seen.quality());
  }

  /**
   * How often which {@link BadFrame} was seen since it was opened, those that a second read mended
   * too.
   */
  @Override
  public Map<String, Long> badFrames() {
    return badFrames.counts();
  }

  @Override
  public List<Finding> findings(String subject) {
    return List.of();
  }

  @Override
  public void ask() throws DeviceException {
    read();
  }

  /** Two frames of some bytes at 1 MHz take a fraction of this. */
  @Override
  public double answerSeconds() {
    return 0.005;
  }

  /** What answered, for the record. */
  public String description() {
    return "MAX31855 on " + wire.path() + ", type " + type + " by its part number, not read back";
  }

  @Override
  public void close() {
    wire.close();
  }

  private Max31855Frame steady() throws DeviceException {
    Max31855Frame before = null;
    BadFrame last = null;
    for (int i = 0; i < TRIES; i++) {
      BadFrame bad = wire.exchange(request, answer, 0);
      Max31855Frame now = Max31855Frame.of(answer);
      if (bad == null && !now.possible()) {
        bad = BadFrame.IMPOSSIBLE;
      }
      if (bad != null) {
        badFrames.count(bad.what());
        last = bad;
        before = null;
      } else if (now.equals(before)) {
        return now;
      } else {
        before = now;
      }
    }
    if (last == null) {
      last = BadFrame.UNSTEADY;
      badFrames.count(last.what());
    }
    throw wire.failed(DEVICE, "MAX31855 on " + wire.path(), last, "");
  }
}
