package lissauer.controller.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lissauer.controller.TestBench;
import lissauer.hal.Quality;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import lissauer.hal.console.VirtualTip;
import lissauer.hal.console.VirtualTips;
import lissauer.hal.console.VirtualTissue;
import lissauer.simulator.cli.SimulatorModule;

/**
 * A law, a modelled tip, and everything between them that a real bench would put there. Time runs
 * as in the control loop: a tick sees the generator's measurement of up to the tick before.
 */
final class LawBench {
  static final double SET = 75;
  static final long TICK = 20_000_000;
  static final double DT = 0.02;
  static final VirtualTips TIPS = new SimulatorModule().virtualTips().orElseThrow();
  static final Ladder LADDER = new TestBench("nashold-spinal").protocol.ladder();

  private static final int PULSE = 75;
  private static final int PROBE = 150;

  /** What the law was given in one tick. */
  record Call(
      TemperatureMemory last,
      long nowNanos,
      TemperatureSample sample,
      RfReading reading,
      TemperatureLaw.Aim aim) {}

  final List<Call> calls = new ArrayList<>();
  final List<Double> tipCelsius = new ArrayList<>();
  final List<Double> commands = new ArrayList<>();
  double tissuePeakCelsius;

  private final Random random;
  private final VirtualTip tip;
  private final TemperatureLaw law;
  double capWatts = 1;
  double gain = 1;
  double ceilingWatts = 1;
  double lagSeconds = 0.05;
  double noiseKelvin = 0.1;
  int periodTicks = 1;
  int delayTicks;
  double lossShare;
  double jitterShare;
  double resolutionKelvin = 0.0078125;
  boolean contact = true;

  private TemperatureMemory memory = TemperatureMemory.restingAt(37);
  private final double[] queue = new double[8];
  private long nowNanos;
  private int tick;
  private double lagged = 37;
  private double sum;
  private double shown = 37;
  private long shownNanos;
  private RfReading reading = new RfReading(0, 0, 0, 0, 1000, false);
  private double since;
  private double from = 37;

  LawBench(long seed, VirtualTip tip, double capWatts) {
    this.random = new Random(seed);
    this.tip = tip;
    this.capWatts = capWatts;
    this.ceilingWatts = capWatts;
    this.law = new TemperatureLaw(LADDER, capWatts, TICK);
  }

  static VirtualTip tip(double conduction, double capacity, double perfusion) {
    return TIPS.tip(
        new TestBench("nashold-spinal").protocol.electrode().geometry(),
        new VirtualTissue(
            VirtualTissue.Reduced.exact(),
            37,
            0.15,
            0.02,
            0.51 * conduction,
            3.90225e6 * capacity,
            perfusion));
  }

  VirtualTip tip() {
    return tip;
  }

  Probe.Finding finding() {
    return memory.finding();
  }

  TemperatureMemory memory() {
    return memory;
  }

  /** Pulse and rest, and what the law makes of them. */
  LawBench probe() {
    double watts = Probe.powerWatts(LADDER, 1.5, capWatts);
    for (int i = 0; i < PROBE; i++) {
      TemperatureSample sample = sample();
      double power = i < PULSE ? watts : 0;
      memory = law.probing(memory, nowNanos, sample, reading, power);
      pass(power);
    }
    memory = law.identified(memory);
    begin();
    return this;
  }

  /** The ramp begins now. */
  LawBench begin() {
    since = 0;
    from = shown;
    tipCelsius.clear();
    commands.clear();
    tissuePeakCelsius = 0;
    return this;
  }

  /** A new site at the same place, while it is still warm. */
  LawBench elsewhere() {
    memory = law.elsewhere(memory, sample(), reading);
    return begin();
  }

  /** Follows a ramp of so many seconds (0: none) and then the set temperature. */
  LawBench follow(double seconds, double rampSeconds, double setCelsius) {
    for (int i = 0; i < Math.round(seconds / DT); i++) {
      double slope = rampSeconds > 0 ? (setCelsius - from) / rampSeconds : 0;
      step(
          since < rampSeconds
              ? new TemperatureLaw.Aim(from + slope * since, slope, setCelsius)
              : new TemperatureLaw.Aim(setCelsius, 0, setCelsius));
    }
    return this;
  }

  /** RF off, the law looking on. */
  LawBench cool(double seconds) {
    for (int i = 0; i < Math.round(seconds / DT); i++) {
      step(null);
    }
    return this;
  }

  private void step(TemperatureLaw.Aim aim) {
    TemperatureSample sample = sample();
    calls.add(new Call(memory, nowNanos, sample, reading, aim));
    memory = law.step(memory, nowNanos, sample, reading, aim, capWatts);
    pass(memory.powerWatts());
  }

  private TemperatureSample sample() {
    if (tick % periodTicks == 0 && tick > 0 && !(random.nextDouble() < lossShare)) {
      double celsius = sum / periodTicks + noiseKelvin * random.nextGaussian();
      shown = Math.rint(celsius / resolutionKelvin) * resolutionKelvin;
      shownNanos = nowNanos;
    }
    if (tick % periodTicks == 0) {
      sum = 0;
    }
    return new TemperatureSample(shownNanos, shown, 23, Quality.GOOD);
  }

  private void pass(double watts) {
    System.arraycopy(queue, 0, queue, 1, queue.length - 1);
    queue[0] = watts;
    double given = Math.min(ceilingWatts, gain * queue[delayTicks]);
    long nanos = Math.round(TICK * (1 + jitterShare * (2 * random.nextDouble() - 1)));
    double seconds = nanos * 1e-9;
    double before = contact ? tip.tipCelsius() : lagged;
    tip.advance(seconds, contact ? given : 0);
    double after = tip.tipCelsius();
    double slope = (after - before) / seconds;
    double keep = Math.exp(-seconds / lagSeconds);
    lagged = after - slope * lagSeconds + (lagged - before + slope * lagSeconds) * keep;
    sum += lagged;
    nowNanos += nanos;
    reading = next;
    next = new RfReading(nowNanos, 1, 1, contact ? given : 0, 1000, given > 0);
    tick++;
    since += DT;
    tipCelsius.add(after);
    commands.add(watts);
    tissuePeakCelsius = Math.max(tissuePeakCelsius, tip.tissuePeakCelsius());
  }

  private RfReading next = reading;

  double overshootKelvin() {
    return tipCelsius.stream().mapToDouble(Double::doubleValue).max().orElseThrow() - SET;
  }

  /** From when on the true tip is this near its set temperature for good. */
  double settledSeconds(double withinKelvin) {
    int last = 0;
    for (int i = 0; i < tipCelsius.size(); i++) {
      if (!(Math.abs(tipCelsius.get(i) - SET) <= withinKelvin)) {
        last = i + 1;
      }
    }
    return last * DT;
  }

  double mostWatts() {
    return commands.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
