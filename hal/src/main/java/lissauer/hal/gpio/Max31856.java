package lissauer.hal.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.spi.SpiMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lissauer.hal.DeviceException;
import lissauer.hal.Finding;
import lissauer.hal.Quality;
import lissauer.hal.RigClock;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import lissauer.hal.lab.Examined;
import lissauer.hal.link.BadFrames;
import org.jspecify.annotations.Nullable;

/**
 * A MAX31856 that converts by itself.
 *
 * <p>SPI has no checksum, so every read takes all sixteen registers, twice, until two are alike,
 * and holds what was written against what stands there: a chip that lost its supply, its type or
 * its place on the bus is found at the next tick. Codes are passed on exactly (steps of 2⁻⁷ °C are
 * exact in a double), so a frozen code is a frozen temperature.
 *
 * <p>The chip does not say when a conversion ended. A sample's time is therefore the earliest that
 * the conversion can have ended, so that its age is never understated. With DRDY wired, a sample
 * ages for real when the chip stops; without, only a changed register shows that.
 */
public final class Max31856 implements Thermocouple, Examined, AutoCloseable {
  private static final String DEVICE = "thermocouple";

  /** A bad answer and a conversion that ends in between still leave two that are alike. */
  private static final int TRIES = 4;

  private static final int STUCK_READS = 3;
  private static final long LOOK_NANOS = 10_000_000;

  private final SpiWire wire;
  private final Optional<InputLine> dataReady;
  private final RigClock clock;
  private final Max31856Setup setup;
  private final byte[] settings;
  private final BadFrames badFrames = new BadFrames();
  private final byte[] request = new byte[Max31856Registers.COUNT + 1];
  private final byte[] answer = new byte[Max31856Registers.COUNT + 1];

  private boolean set;
  private long firstNanos;
  private long readNanos;
  private int readyTooLong;
  private @Nullable Max31856Registers latest;
  private long sampledNanos;

  private Max31856(
      SpiWire wire, Optional<InputLine> dataReady, RigClock clock, Max31856Setup setup) {
    this.wire = wire;
    this.dataReady = dataReady;
    this.clock = clock;
    this.setup = setup;
    this.settings = Max31856Registers.settings(setup);
    Arrays.fill(request, SpiWire.DO_NOT_CARE);
    request[0] = 0;
  }

  /**
   * Sets the chip up, reads back what it was told, and waits for its first conversion.
   *
   * @throws DeviceException if it does not answer, or is another chip
   */
  public static Max31856 open(Context pi, RigClock clock, Max31856Setup setup)
      throws DeviceException {
    Optional<InputLine> dataReady = Optional.empty();
    if (setup.dataReady().isPresent()) {
      GpioPin pin = setup.dataReady().get();
      dataReady = Optional.of(InputLine.open(pi, pin, PullResistance.PULL_UP, DEVICE));
    }
    SpiWire wire = SpiWire.open(pi, setup.address(), SpiMode.MODE_1, DEVICE);
    Max31856 chip = new Max31856(wire, dataReady, clock, setup);
    try {
      while (chip.read().quality() == Quality.NO_DATA) {
        clock.sleepUntil(clock.nanos() + LOOK_NANOS);
      }
    } catch (DeviceException e) {
      chip.close();
      throw e;
    }
    return chip;
  }

  @Override
  public TemperatureSample read() throws DeviceException {
    if (!set) {
      setUp();
    }
    long now = clock.nanos();
    boolean ready = dataReady.isPresent() && dataReady.get().low();
    if (latest == null && !ready && now < firstNanos) {
      readNanos = dataReady.isPresent() ? now : readNanos;
      return new TemperatureSample(now, Double.NaN, Double.NaN, Quality.NO_DATA);
    }
    if (latest == null && !ready && dataReady.isPresent()) {
      throw notReady("did not fall with the first conversion");
    }
    Max31856Registers seen = steady();
    if (ready) {
      refuseStuckReady();
    }
    stamp(seen, ready, now);
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
    return "MAX31856 on %s, type %s read back, %d sample%s, %d Hz rejected%s"
        .formatted(
            wire.path(),
            setup.type(),
            setup.samples(),
            setup.samples() == 1 ? "" : "s averaged",
            setup.mainsHertz(),
            dataReady.isPresent() ? ", DRDY" : "");
  }

  @Override
  public void close() {
    wire.close();
    dataReady.ifPresent(InputLine::close);
  }

  /**
   * The earliest time at which the conversion now shown can have ended: after the read before when
   * it is a new one, and never longer ago than conversions are apart. Registers that stay the same
   * are a conversion of their own about as often as there is one.
   */
  private void stamp(Max31856Registers seen, boolean ready, long now) {
    long earliest = now - nanos(setup.periodSeconds());
    boolean another = ready || latest == null || !seen.alike(latest);
    if (another) {
      sampledNanos = Math.max(earliest, readNanos);
    } else if (dataReady.isEmpty() && now - sampledNanos > nanos(setup.renewalSeconds())) {
      sampledNanos = earliest;
    }
  }

  /** DRDY rises when the temperature is read; one that stays low would make all look new. */
  private void refuseStuckReady() throws DeviceException {
    readyTooLong = dataReady.orElseThrow().low() ? readyTooLong + 1 : 0;
    if (readyTooLong >= STUCK_READS) {
      throw notReady("stays low after the temperature was read");
    }
  }

  private DeviceException notReady(String how) {
    set = false;
    return new DeviceException(
        DEVICE,
        "MAX31856: DRDY "
            + how
            + ": its wire is broken, shorted or on another pin; check data_ready_gpio ("
            + setup.dataReady().orElseThrow()
            + ") in the rig file, or leave it out");
  }

  private void setUp() throws DeviceException {
    set = false;
    latest = null;
    settings[0] = (byte) setup.configuration0();
    byte[] all = new byte[Max31856Registers.SETTINGS + 1];
    all[0] = (byte) Max31856Registers.WRITE;
    System.arraycopy(settings, 0, all, 1, Max31856Registers.SETTINGS);
    write(all);
    steady();
    settings[0] |= (byte) Max31856Registers.AUTOMATIC;
    write(new byte[] {(byte) Max31856Registers.WRITE, settings[0]});
    readNanos = clock.nanos();
    firstNanos = readNanos + nanos(setup.firstSeconds());
    readyTooLong = 0;
    set = true;
  }

  private void write(byte[] sent) throws DeviceException {
    if (!wire.write(sent)) {
      throw failed(BadFrame.NO_TRANSFER, null);
    }
  }

  /** Registers that were read twice alike and are those of this chip. */
  private Max31856Registers steady() throws DeviceException {
    Max31856Registers before = null;
    Max31856Registers wrong = null;
    BadFrame last = BadFrame.UNSTEADY;
    for (int i = 0; i < TRIES; i++) {
      BadFrame bad = wire.exchange(request, answer, 1);
      Max31856Registers now = new Max31856Registers(answer);
      if (bad == null) {
        bad = now.judge(settings);
      }
      if (bad != null) {
        badFrames.count(bad.what());
        last = bad;
        wrong = now;
        before = null;
      } else if (before != null && now.alike(before)) {
        return now;
      } else {
        before = now;
      }
    }
    if (wrong == null) {
      badFrames.count(BadFrame.UNSTEADY.what());
    }
    throw failed(last, wrong);
  }

  /** The next read sets the chip up again, which mends a supply that dipped. */
  private DeviceException failed(BadFrame bad, @Nullable Max31856Registers seen) {
    set = false;
    String types =
        bad == BadFrame.WRONG_TYPE && seen != null
            ? " (type " + setup.type() + " was written, " + seen.type() + " stands there)"
            : "";
    return wire.failed(DEVICE, "MAX31856 on " + wire.path(), bad, types);
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
