package lissauer.controller.campaign;

import java.util.Random;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.hal.console.VirtualTip;
import lissauer.hal.console.VirtualTips;

/**
 * A virtual plant with the loop's timing: at a tick the law sees the latest conversion, and the
 * reading that came back with the command of the tick before, which tells the mean power up to that
 * tick (docs/decisions/0001). Its command acts from this tick on, or one or two later.
 */
public final class VirtualBench implements Heated {
  private static final long STEP_NANOS = 10_000_000;
  private static final int MOST_DELAY = 3;

  private final Draw draw;
  private final VirtualTip tip;
  private final LaggedSensor sensor;
  private final Sampling sampling;
  private final double absoluteWatts;
  private final Random chance;
  private final double[] asked = new double[MOST_DELAY + 1];
  private Watcher watcher = (_, _, _) -> {};
  private long tick;
  private long nowNanos;
  private long conversionNanos;
  private double lastWatts;
  private RfReading reading;

  /** Sees the truth after each step of at most 10 ms. */
  @FunctionalInterface
  interface Watcher {
    /**
     * A step has ended.
     *
     * @param watts true power in it
     */
    void see(long nowNanos, double seconds, double watts);
  }

  VirtualBench(
      Draw draw, VirtualTips tips, TipGeometry geometry, Sampling sampling, double absoluteWatts) {
    this.draw = draw;
    this.sampling = sampling;
    this.absoluteWatts = absoluteWatts;
    this.tip = tips.tip(geometry, draw.tissue());
    Random noise = new Random(draw.noiseSeed());
    this.chance = new Random(draw.noiseSeed() + 1);
    this.sensor =
        new LaggedSensor(tip.tipCelsius(), draw.lagSeconds(), draw.noiseKelvin(), sampling, noise);
    this.conversionNanos =
        sampling.free() ? Math.round(draw.phaseFraction() * Scenario.TICK_NANOS) : Long.MAX_VALUE;
    this.reading = read(0);
    prime();
  }

  /** A nominal plant, for tuning. */
  public static VirtualBench nominal(
      VirtualTips tips, TipGeometry geometry, Task task, double noiseKelvin) {
    Sampling sampling = new Sampling("as told", Math.round(task.conversionSeconds() * 1e9));
    return new VirtualBench(
        Draw.nominal(task.sensorLagSeconds(), noiseKelvin),
        tips,
        geometry,
        sampling,
        task.limitWatts());
  }

  /** A converter has been at work since before the trial. */
  private void prime() {
    if (sampling.free()) {
      sensor.follow(sampling.periodNanos() * 1e-9, tip.tipCelsius());
      sensor.convert(conversionNanos - sampling.periodNanos());
      sensor.follow((sampling.periodNanos() - conversionNanos) * 1e-9, tip.tipCelsius());
    }
  }

  /** Time of this tick. */
  public long nanos() {
    return nowNanos;
  }

  /** What the law sees at this tick. */
  public TemperatureSample sample() {
    return sensor.latest();
  }

  /** What the law sees at this tick. */
  public RfReading reading() {
    return reading;
  }

  /** The truth. */
  public VirtualTip tip() {
    return tip;
  }

  void watchedBy(Watcher sees) {
    watcher = sees;
  }

  @Override
  public double periodSeconds() {
    return Scenario.TICK_NANOS * 1e-9;
  }

  @Override
  public double sensedCelsius() {
    return sample().tipCelsius();
  }

  /** Gives the command of this tick and lets time pass to the next. */
  @Override
  public void pass(double watts) {
    if (!(Math.abs(watts) < 1e6)) {
      throw new IllegalStateException("a law asked for " + watts + " W");
    }
    System.arraycopy(asked, 0, asked, 1, MOST_DELAY);
    asked[0] = watts;
    int jitter = draw.jitterTicks();
    int delay = draw.delayTicks() + (jitter > 0 ? chance.nextInt(2 * jitter + 1) - jitter : 0);
    double acting = asked[Math.max(0, Math.min(MOST_DELAY, delay))];
    reading = read(lastWatts);
    lastWatts = Math.max(0, Math.min(absoluteWatts, draw.gainRatio() * acting));
    tick++;
    double late = draw.latenessSeconds() > 0 ? draw.latenessSeconds() * chance.nextDouble() : 0;
    advance(tick * Scenario.TICK_NANOS + Math.round(late * 1e9));
    if (!sampling.free()) {
      sensor.convert(nowNanos);
    }
  }

  private void advance(long untilNanos) {
    while (nowNanos < untilNanos) {
      long next = Math.min(Math.min(untilNanos, nowNanos + STEP_NANOS), conversionNanos);
      double seconds = (next - nowNanos) * 1e-9;
      if (seconds > 0) {
        tip.advance(seconds, lastWatts);
        nowNanos = next;
        sensor.follow(seconds, tip.tipCelsius());
        watcher.see(nowNanos, seconds, lastWatts);
      }
      if (nowNanos == conversionNanos) {
        sensor.convert(nowNanos);
        conversionNanos += sampling.periodNanos();
      }
    }
  }

  private RfReading read(double trueWatts) {
    double ohms = tip.impedanceOhms();
    double shown = trueWatts * draw.meterRatio();
    return new RfReading(
        nowNanos, Math.sqrt(shown * ohms), Math.sqrt(shown / ohms), shown, ohms, shown > 0);
  }

  /** Takes the tip to the next place, at once. */
  void place(TipPosition from, TipPosition to) {
    tip.place(from, to);
    sensor.jump(tip.tipCelsius());
  }

  /** Perfusion changes to what the plant has later. */
  void step() {
    tip.perfuse(draw.laterPerfusionWattsPerCubicMetreKelvin());
  }
}
