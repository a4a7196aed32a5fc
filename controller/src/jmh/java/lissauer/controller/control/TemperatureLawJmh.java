package lissauer.controller.control;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one tick of the temperature law costs, over the ticks of a ramp and a hold, with samples at
 * every tick or at every fifth. Run by {@code mvn -Pjmh}; see docs/performance.md.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class TemperatureLawJmh {
  /** Ticks from sample to sample. */
  @Param({"1", "5"})
  public int periodTicks;

  private TemperatureLaw law;
  private List<LawBench.Call> calls;
  private int next;

  /** A recorded run of the law to give it again. */
  @Setup
  public void record() {
    LawBench bench = new LawBench(1, LawBench.tip(1, 1, 10_888), 1);
    bench.periodTicks = periodTicks;
    bench.lagSeconds = 0.15;
    bench.delayTicks = 1;
    bench.probe().follow(20, 5, LawBench.SET);
    calls = bench.calls;
    law = new TemperatureLaw(LawBench.LADDER, 1, LawBench.TICK);
  }

  /** One tick. */
  @Benchmark
  public TemperatureMemory tick() {
    LawBench.Call call = calls.get(next);
    next = next + 1 == calls.size() ? 0 : next + 1;
    return law.step(
        call.last(), call.nowNanos(), call.sample(), call.reading(), call.aim(), 1);
  }

  /** Arithmetic of about the same length, always the same: what the machine adds by itself. */
  @Benchmark
  public double fixedWork() {
    double value = next;
    for (int i = 0; i < 1000; i++) {
      value = value * 0.999 + 0.001;
    }
    return value;
  }
}
