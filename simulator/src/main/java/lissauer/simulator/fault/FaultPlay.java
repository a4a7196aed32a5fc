package lissauer.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Plays a script on a bench: watches for the moment of each fault, and lets it come and go as
 * events of the bench's own time. Nothing in it depends on how often a port is asked.
 */
public final class FaultPlay {
  /** How often the bench is looked at for the moments of faults still to come. */
  private static final long LOOK_NANOS = 10_000_000;

  /** A law may command nothing for a tick or two; that is not the end of heating. */
  private static final long PAUSE_NANOS = 100_000_000;

  private final BreakableBench bench;
  private final long openedNanos;
  private final double spreadShare;
  private final List<Part> parts = new ArrayList<>();
  private boolean outputOn;
  private long outputNanos;
  private long seenOnNanos = Long.MIN_VALUE;
  private long times;

  /** One fault while it plays. */
  static final class Part {
    final ScriptedFault fault;
    final long seed;
    private final Random chance;
    private boolean waiting = true;
    private boolean present;
    private boolean everPresent;

    Part(ScriptedFault fault, long seed) {
      this.fault = fault;
      this.seed = seed;
      this.chance = new Random(seed);
    }

    /** Whether it is there now. */
    boolean present() {
      return present;
    }
  }

  /**
   * Begins to play.
   *
   * @param seed of the rig, from which everything random in the faults comes
   */
  public FaultPlay(FaultScript script, long seed, BreakableBench bench) {
    this.bench = bench;
    this.openedNanos = bench.nanos();
    this.outputNanos = openedNanos;
    this.spreadShare = new Random(mixed(seed)).nextDouble();
    for (ScriptedFault fault : script.faults()) {
      parts.add(new Part(fault, mixed(seed * 1009 + parts.size() + 1)));
    }
    look();
  }

  /** Those at one place, in the order of the script. */
  List<Part> at(Where where) {
    return parts.stream().filter(part -> part.fault.where() == where).toList();
  }

  private void look() {
    if (parts.stream().noneMatch(part -> part.waiting)) {
      return;
    }
    When.Sight sight = sight();
    for (Part part : parts) {
      if (part.waiting && part.fault.timing().when().holds(sight)) {
        part.waiting = false;
        When when = part.fault.timing().when();
        double later = when.delaySeconds() + when.spreadSeconds() * spreadShare;
        begin(part, bench.nanos() + nanos(later));
      }
    }
    bench.at(bench.nanos() + LOOK_NANOS, this::look);
  }

  private When.Sight sight() {
    long now = bench.nanos();
    if (bench.outputOn()) {
      seenOnNanos = now;
      if (!outputOn) {
        outputOn = true;
        outputNanos = now;
        times++;
      }
    } else if (outputOn && now - seenOnNanos >= PAUSE_NANOS) {
      outputOn = false;
      outputNanos = now;
    }
    return new When.Sight(
        (now - openedNanos) * 1e-9,
        outputOn,
        (now - outputNanos) * 1e-9,
        times,
        bench.moves(),
        bench.tipCelsius());
  }

  private void begin(Part part, long atNanos) {
    Timing timing = part.fault.timing();
    long endNanos =
        timing.forSeconds() < Double.POSITIVE_INFINITY
            ? atNanos + nanos(timing.forSeconds())
            : Long.MAX_VALUE;
    if (timing.intermittent()) {
      later(atNanos, () -> period(part, endNanos));
    } else {
      later(atNanos, () -> show(part, true));
    }
    if (endNanos < Long.MAX_VALUE) {
      bench.at(endNanos, () -> show(part, false));
    }
  }

  /** What begins now begins before anything else happens. */
  private void later(long atNanos, Runnable action) {
    if (atNanos <= bench.nanos()) {
      action.run();
    } else {
      bench.at(atNanos, action);
    }
  }

  private void period(Part part, long endNanos) {
    long now = bench.nanos();
    if (now >= endNanos) {
      return;
    }
    Timing timing = part.fault.timing();
    if (part.chance.nextDouble() < timing.chanceFraction()) {
      show(part, true);
      long gone = now + nanos(timing.dutyFraction() * timing.periodSeconds());
      bench.at(Math.min(gone, endNanos), () -> show(part, false));
    }
    bench.at(now + nanos(timing.periodSeconds()), () -> period(part, endNanos));
  }

  private void show(Part part, boolean present) {
    if (part.present == present) {
      return;
    }
    part.present = present;
    switch (part.fault.what()) {
      case Malfunction.Sensor sensor -> bench.set(sensor.fault(), present);
      case Malfunction.Output output -> bench.set(output.fault(), present);
      case Malfunction.Relay relay -> bench.set(relay.fault(), present);
      case Malfunction.Circuit circuit -> bench.set(circuit.fault(), present);
      case Malfunction.Ok _,
          Malfunction.Off _,
          Malfunction.Stuck _,
          Malfunction.Garbage _,
          Malfunction.Wrong _,
          Malfunction.Slow _,
          Malfunction.Delayed _ -> {
        // The decorator of its port asks whether it is present.
      }
    }
    if (present && !part.everPresent) {
      part.everPresent = true;
      bench.begun(part.fault);
    }
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  /** Neighbouring seeds of {@link Random} begin alike; mixed, they do not (Steele 2014, mix64). */
  private static long mixed(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
