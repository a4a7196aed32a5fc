package lissauer.simulator.fault;

import java.util.Random;
import lissauer.hal.PositionReading;
import lissauer.hal.RfCommand;
import lissauer.hal.TemperatureSample;
import lissauer.hal.TipPosition;

/** The sorts of values that cross the ports of a rig. */
final class Natures {
  private static final long LEASE_NANOS = 250_000_000;

  private Natures() {}

  /**
   * A number of a meter; garbage is anywhere from 0 to its end of scale.
   *
   * @param most end of scale
   */
  record Meter(double most) implements Nature<Double> {
    @Override
    public Double missing(Double value) {
      return Double.NaN;
    }

    @Override
    public Double garbage(Double value, Random random) {
      return most * random.nextDouble();
    }

    @Override
    public Double wrong(Double value, Malfunction.Wrong how) {
      return how.ratio() * value + how.offset();
    }

    @Override
    public Double slowed(Double shown, Double value, double share) {
      return Double.isFinite(shown) ? shown + share * (value - shown) : value;
    }

    @Override
    public Double repeated(Double kept, Double now) {
      return kept;
    }
  }

  /** A contact or a flag; there is nothing between on and off to be slow in. */
  record Flag() implements Nature<Boolean> {
    @Override
    public Boolean missing(Boolean value) {
      return false;
    }

    @Override
    public Boolean garbage(Boolean value, Random random) {
      return random.nextBoolean();
    }

    @Override
    public Boolean wrong(Boolean value, Malfunction.Wrong how) {
      return !value;
    }

    @Override
    public Boolean slowed(Boolean shown, Boolean value, double share) {
      return value;
    }

    @Override
    public Boolean repeated(Boolean kept, Boolean now) {
      return kept;
    }
  }

  /** A temperature; only the tip's is touched, and garbage is anywhere in the range of type K. */
  record Sample() implements Nature<TemperatureSample> {
    private static final double LEAST_CELSIUS = -200;
    private static final double MOST_CELSIUS = 1372;

    @Override
    public TemperatureSample missing(TemperatureSample value) {
      return tip(value, Double.NaN);
    }

    @Override
    public TemperatureSample garbage(TemperatureSample value, Random random) {
      double span = MOST_CELSIUS - LEAST_CELSIUS;
      return tip(value, LEAST_CELSIUS + span * random.nextDouble());
    }

    @Override
    public TemperatureSample wrong(TemperatureSample value, Malfunction.Wrong how) {
      return tip(value, how.ratio() * value.tipCelsius() + how.offset());
    }

    @Override
    public TemperatureSample slowed(
        TemperatureSample shown, TemperatureSample value, double share) {
      double from = shown.tipCelsius();
      return tip(value, from + share * (value.tipCelsius() - from));
    }

    @Override
    public TemperatureSample repeated(TemperatureSample kept, TemperatureSample now) {
      return kept;
    }

    private static TemperatureSample tip(TemperatureSample sample, double tipCelsius) {
      return new TemperatureSample(
          sample.sampledNanos(), tipCelsius, sample.coldJunctionCelsius(), sample.quality());
    }
  }

  /**
   * A set point; off stays off but for garbage, and whatever arrives carries a lease of its own.
   */
  record Command(double mostWatts) implements Nature<RfCommand> {
    @Override
    public RfCommand missing(RfCommand value) {
      return RfCommand.OFF;
    }

    @Override
    public RfCommand garbage(RfCommand value, Random random) {
      return new RfCommand(mostWatts * random.nextDouble(), LEASE_NANOS);
    }

    @Override
    public RfCommand wrong(RfCommand value, Malfunction.Wrong how) {
      double watts = Math.max(0, how.ratio() * value.powerWatts() + how.offset());
      return value.on() ? new RfCommand(watts, value.leaseNanos()) : value;
    }

    @Override
    public RfCommand slowed(RfCommand shown, RfCommand value, double share) {
      double from = shown.powerWatts();
      double watts = from + share * (value.powerWatts() - from);
      return new RfCommand(watts, watts > 0 ? LEASE_NANOS : 0);
    }

    @Override
    public RfCommand repeated(RfCommand kept, RfCommand now) {
      return kept;
    }
  }

  /** A place along a row; the depth is left as it is. */
  record Place() implements Nature<TipPosition> {
    private static final double REACH_MILLIMETRES = 20;

    @Override
    public TipPosition missing(TipPosition value) {
      return value;
    }

    @Override
    public TipPosition garbage(TipPosition value, Random random) {
      return new TipPosition(REACH_MILLIMETRES * random.nextDouble(), value.depthMillimetres());
    }

    @Override
    public TipPosition wrong(TipPosition value, Malfunction.Wrong how) {
      return new TipPosition(value.alongMillimetres() + how.offset(), value.depthMillimetres());
    }

    @Override
    public TipPosition slowed(TipPosition shown, TipPosition value, double share) {
      return value;
    }

    @Override
    public TipPosition repeated(TipPosition kept, TipPosition now) {
      return kept;
    }
  }

  /** What a stage says of its place along a row. */
  record Reading() implements Nature<PositionReading> {
    private static final double REACH_MILLIMETRES = 20;

    @Override
    public PositionReading missing(PositionReading value) {
      return along(value, Double.NaN);
    }

    @Override
    public PositionReading garbage(PositionReading value, Random random) {
      return along(value, REACH_MILLIMETRES * random.nextDouble());
    }

    @Override
    public PositionReading wrong(PositionReading value, Malfunction.Wrong how) {
      return along(value, how.ratio() * value.alongMillimetres() + how.offset());
    }

    @Override
    public PositionReading slowed(PositionReading shown, PositionReading value, double share) {
      double from = shown.alongMillimetres();
      return along(value, from + share * (value.alongMillimetres() - from));
    }

    @Override
    public PositionReading repeated(PositionReading kept, PositionReading now) {
      return kept;
    }

    private static PositionReading along(PositionReading reading, double alongMillimetres) {
      return new PositionReading(alongMillimetres, reading.depthMillimetres(), reading.settled());
    }
  }
}
