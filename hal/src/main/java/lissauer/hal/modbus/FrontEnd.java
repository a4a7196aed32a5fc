package lissauer.hal.modbus;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import lissauer.hal.DeviceException;
import lissauer.hal.Footswitch;
import lissauer.hal.Indicator;
import lissauer.hal.Interlock;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RfRelay;
import lissauer.hal.RigClock;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import lissauer.hal.lab.Examined;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * The reference front end: generator, thermocouple, interlock, relay, footswitch and lamp behind
 * one serial port.
 *
 * <p>Each exchange of the generator brings everything that was measured; the other ports answer
 * from that, so that a tick costs one exchange. They ask for themselves when it is too old.
 */
public final class FrontEnd implements LabDevice {
  /** A tick and a half: the generator's own exchange is never older in a row. */
  private static final long HOLD_NANOS = 30_000_000;

  /** What people call it. */
  static final String DEVICE = "front end";

  private final FrontEndSetup setup;
  private final Connection connection;
  private final Map<Class<?>, Object> ports;

  private @Nullable TemperatureSample converted;
  private int convertedNumber;
  private int control;
  private volatile boolean offForGood;
  private volatile boolean generates;

  /** Opens the port, whenever it is needed. */
  @FunctionalInterface
  public interface Wire {
    /** Opens it anew. */
    Link open() throws IOException;
  }

  private FrontEnd(FrontEndSetup setup, Wire wire, FrontEndCaps caps, RigClock clock)
      throws DeviceException {
    this.setup = setup;
    this.connection = new Connection(setup, wire, caps, clock, this::forget);
    this.ports =
        Map.of(
            RfGenerator.class, new Generator(),
            Thermocouple.class, (Thermocouple) this::sample,
            Interlock.class, (Interlock) () -> has(FrontEndMap.INTERLOCK_CLOSED),
            RfRelay.class, new Relay(),
            Footswitch.class, (Footswitch) () -> has(FrontEndMap.FOOTSWITCH_DOWN),
            Indicator.class, (Indicator) this::light,
            Examined.class, new FrontEndCheck(connection));
  }

  /**
   * Finds a front end, switches it off and hands it caps.
   *
   * @throws DeviceException if none answers, or it is not fit to heat
   */
  public static FrontEnd open(FrontEndSetup setup, Wire wire, FrontEndCaps caps, RigClock clock)
      throws DeviceException {
    return new FrontEnd(setup, wire, caps, clock);
  }

  @Override
  public String description() {
    return connection.identity() + ", caps " + connection.caps() + ", at " + setup.path();
  }

  @Override
  public boolean emulated() {
    return connection.identity().emulation();
  }

  @Override
  public <T> Optional<T> port(Class<T> type) {
    return Optional.ofNullable(ports.get(type)).map(type::cast);
  }

  /** What came over the line and could not be used. */
  public BadFrames badFrames() {
    return connection.badFrames();
  }

  @Override
  public void close() {
    connection.close();
  }

  /** After a loss everything begins anew: relay open, lamp dark. */
  private void forget() {
    control = 0;
    converted = null;
  }

  private boolean has(int bit) throws DeviceException {
    return connection.fresh().status().has(bit);
  }

  /** The same conversion keeps the time at which it was first seen to have ended. */
  private TemperatureSample sample() throws DeviceException {
    connection.line().lock();
    try {
      Connection.Answer answer = connection.fresh();
      FrontEndStatus status = answer.status();
      TemperatureSample known = converted;
      if (known != null && status.sample() == convertedNumber) {
        return known;
      }
      TemperatureSample next =
          new TemperatureSample(
              answer.askedNanos() - status.sampleAgeNanos(),
              status.tipCelsius(),
              status.coldJunctionCelsius(),
              status.quality());
      converted = next;
      convertedNumber = status.sample();
      return next;
    } finally {
      connection.line().unlock();
    }
  }

  /** Shown with the next exchange: within a tick. */
  private void light(boolean on) throws DeviceException {
    connection.line().lock();
    try {
      connection.fresh();
      wish(FrontEndMap.LAMP, on);
    } finally {
      connection.line().unlock();
    }
  }

  private void wish(int bit, boolean set) {
    control = set ? control | bit : control & ~bit;
  }

  private final class Generator implements RfGenerator {
    @Override
    public RfReading exchange(RfCommand command) throws DeviceException {
      long microwatts = (long) Math.floor(command.powerWatts() * FrontEndMap.MICRO + 1e-6);
      long leaseMillis = command.leaseNanos() / 1_000_000;
      refuse(microwatts, leaseMillis);
      generates = true;
      connection.line().lock();
      try {
        if (offForGood && microwatts > 0) {
          throw new DeviceException(DEVICE, "was switched off for good");
        }
        Connection.Answer answer = connection.exchange(control, microwatts, (int) leaseMillis);
        FrontEndStatus status = answer.status();
        return new RfReading(
            answer.askedNanos(),
            status.voltsRms(),
            status.ampsRms(),
            status.powerWatts(),
            status.impedanceOhms(),
            status.has(FrontEndMap.OUTPUT_ON));
      } finally {
        connection.line().unlock();
      }
    }

    private void refuse(long microwatts, long leaseMillis) throws DeviceException {
      long most = connection.caps().microwatts();
      int longest = connection.identity().longestLeaseMillis();
      if (microwatts > most) {
        throw new DeviceException(
            DEVICE,
            "%.4f W is above the cap of %.4f W"
                .formatted(microwatts / FrontEndMap.MICRO, most / FrontEndMap.MICRO));
      }
      if (leaseMillis > longest || (microwatts > 0 && leaseMillis == 0)) {
        throw new DeviceException(
            DEVICE, "a lease of %d ms is not 1 to %d ms".formatted(leaseMillis, longest));
      }
    }

    @Override
    public void close() {
      offForGood = true;
      connection.line().lock();
      try {
        connection.exchange(control, 0, 0);
      } catch (DeviceException e) {
        // Nobody can be told; its lease ends the output.
        connection.badFrames().count("not told to switch off");
      } finally {
        connection.line().unlock();
      }
    }
  }

  private final class Relay implements RfRelay {
    @Override
    public void drive(boolean closed) throws DeviceException {
      connection.line().lock();
      try {
        boolean wished = (control & FrontEndMap.RELAY) != 0;
        if (wished == closed && has(FrontEndMap.RELAY_DRIVEN) == closed) {
          return;
        }
        wish(FrontEndMap.RELAY, closed);
        connection.exchange(control, 0, 0);
      } finally {
        connection.line().unlock();
      }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A relay that is driven is held by commands. Where another device is the generator none
     * come from there, so reading it gives one: once a tick, and a loop that hangs lets it fall.
     */
    @Override
    public boolean closed() throws DeviceException {
      connection.line().lock();
      try {
        boolean wished = (control & FrontEndMap.RELAY) != 0;
        if (wished && !generates && !connection.commandedWithin(HOLD_NANOS)) {
          connection.exchange(control, 0, 0);
        }
        return has(FrontEndMap.CONTACT_CLOSED);
      } finally {
        connection.line().unlock();
      }
    }
  }
}
