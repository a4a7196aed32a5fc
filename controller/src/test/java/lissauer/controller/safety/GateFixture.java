package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.DeviceFault;
import lissauer.hal.ImpedanceWindow;
import lissauer.hal.PositionReading;
import lissauer.hal.Quality;
import lissauer.hal.RfReading;
import lissauer.hal.RigSample;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/** A gate, what it sees, and the ticks in between. */
abstract class GateFixture {
  static final long TICK = 20_000_000;
  static final ImpedanceWindow WINDOW = new ImpedanceWindow(600, 3000, 150, 3000);
  static final DoseLimits DOSE = new DoseLimits(30, 100, 1e13, 1e14, 77, 2, 10);
  static final Limits LIMITS =
      new Limits(80, 0.6, 1.0, 60, WINDOW, 0.25, 0.2, 0.2, 3, 0.05, 0.2, 0.25, 70, DOSE);

  final SafetyGate gate = new SafetyGate(LIMITS);
  GateState state = GateState.startingAt(0);
  long now;
  double celsius = 75;
  Quality quality = Quality.GOOD;
  double surpriseKelvin;
  double coldCelsius = 23;
  boolean placed = true;
  boolean frozen;
  int site;
  double atMostSeconds = Double.POSITIVE_INFINITY;
  double measuredWatts;
  double ohms = 930;
  boolean outputStuck;
  boolean relay = true;
  boolean interlock = true;
  boolean footswitch;
  long sampleAge;
  long readingAge;
  @Nullable DeviceFault fault;
  @Nullable StopSource stop;

  /** One tick in 25; a reading answers the command of two ticks before, as on a real meter. */
  final Judgement bursts(int ticks, double measured) {
    Judgement judged = tick(0);
    for (int i = 0; i < ticks && judged.trip() == null; i++) {
      measuredWatts = i % 25 == 2 ? measured : 0;
      judged = tick(i % 25 == 0 ? 0.5 : 0);
    }
    return judged;
  }

  /** From 37 °C upwards, as fast as a tip can. */
  final void heat(double watts) {
    celsius = 37;
    tick(watts);
    tick(watts);
    measuredWatts = watts;
    for (int i = 0; i < 5; i++) {
      celsius += 6;
      assertThat(tick(watts).trip()).isNull();
    }
  }

  final Judgement tick(double wantedWatts) {
    now += TICK;
    Judgement judged =
        gate.judge(
            state,
            inputs(),
            new Request(wantedWatts, atMostSeconds, site, placed, surpriseKelvin),
            now);
    state = judged.state();
    return judged;
  }

  final Inputs inputs() {
    return new Inputs(
        new RigSample(
            new TemperatureSample(
                now - sampleAge, frozen ? celsius : celsius + noise(), coldCelsius, quality),
            interlock,
            relay,
            footswitch,
            false,
            new PositionReading(0, 2, true)),
        new RfReading(
            state.tickNanos() - readingAge,
            16,
            0.018,
            measuredWatts,
            ohms,
            outputStuck || measuredWatts != 0),
        fault,
        stop,
        null);
  }

  /** A living sensor never says the same thing for long. */
  private double noise() {
    return now / TICK % 2 == 0 ? 0.001 : 0;
  }

  static void assertTrip(Judgement judged, Class<? extends Trip> expected) {
    assertThat(judged.trip()).isInstanceOf(expected);
    assertThat(judged.allowed().on()).isFalse();
  }
}
