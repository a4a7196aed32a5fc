package lissauer.controller.loop;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.Inputs;
import lissauer.controller.safety.Limits;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceFault;
import lissauer.hal.PositionReading;
import lissauer.hal.Quality;
import lissauer.hal.RfReading;
import lissauer.hal.RigSample;
import lissauer.hal.TemperatureSample;
import lissauer.hal.TipPosition;

/** What a tick can be told, with every number put into a class of numbers. */
record AbstractInputs(
    Pause pause, Sample sample, Output output, Contacts contacts, People people, boolean arrived) {
  private static final List<AbstractInputs> ALL = combinations();

  enum Pause {
    TICK,
    GAP,
    MINUTES
  }

  enum Sample {
    AS_BEFORE,
    COLD,
    HOT,
    TOO_HOT,
    NONE,
    OLD
  }

  enum Output {
    OFF,
    AS_COMMANDED,
    STUCK,
    OLD,
    OPEN_CIRCUIT
  }

  enum Contacts {
    RELAY_CLOSED,
    RELAY_OPEN,
    INTERLOCK_OPEN
  }

  enum People {
    NOBODY,
    STOP,
    PEDAL,
    HOLD,
    FAULT,
    ACKNOWLEDGE,
    ACKNOWLEDGE_OTHER
  }

  static List<AbstractInputs> all() {
    return ALL;
  }

  long elapsedNanos() {
    return switch (pause) {
      case TICK -> 20_000_000L;
      case GAP -> 400_000_000L;
      case MINUTES -> 700_000_000_000L;
    };
  }

  Inputs after(Tick from, Limits limits) {
    long now = from.atNanos() + elapsedNanos();
    TipPosition wanted = from.decision().tipAt();
    PositionReading position =
        new PositionReading(
            wanted.alongMillimetres() + (arrived ? 0 : 1), wanted.depthMillimetres(), arrived);
    RigSample read =
        new RigSample(
            temperature(from, limits, now),
            contacts != Contacts.INTERLOCK_OPEN,
            contacts != Contacts.RELAY_OPEN,
            people == People.PEDAL,
            people == People.HOLD,
            position);
    return new Inputs(
        read,
        reading(from, limits),
        people == People.FAULT ? new DeviceFault("stage", "gone") : null,
        people == People.STOP ? StopSource.TERMINAL : null,
        acknowledged(from));
  }

  private TemperatureSample temperature(Tick from, Limits limits, long now) {
    double before = from.inputs().sample().temperature().tipCelsius();
    double celsius =
        switch (sample) {
          case AS_BEFORE, OLD -> before + (from.number() % 2 == 0 ? 0.01 : -0.01);
          case COLD -> 37;
          case HOT -> limits.tipCelsius() - 5;
          case TOO_HOT -> limits.tipCelsius() + 1;
          case NONE -> Double.NaN;
        };
    return new TemperatureSample(
        sample == Sample.OLD ? now - 300_000_000 : now, celsius, 23, Quality.GOOD);
  }

  private RfReading reading(Tick from, Limits limits) {
    double commanded = from.decision().command().powerWatts();
    double watts =
        switch (output) {
          case OFF, OLD -> 0;
          case AS_COMMANDED, OPEN_CIRCUIT -> commanded;
          case STUCK -> limits.powerWatts();
        };
    double ohms = output == Output.OPEN_CIRCUIT ? 9000 : 930;
    long measured = from.atNanos() - (output == Output.OLD ? 300_000_000 : 0);
    return new RfReading(
        measured, Math.sqrt(watts * ohms), Math.sqrt(watts / ohms), watts, ohms, watts > 0);
  }

  private @org.jspecify.annotations.Nullable String acknowledged(Tick from) {
    return switch (people) {
      case ACKNOWLEDGE ->
          from.phase() instanceof Phase.Tripped tripped ? tripped.trip().name() : "none";
      case ACKNOWLEDGE_OTHER -> "RfTimeExceeded";
      default -> null;
    };
  }

  private static List<AbstractInputs> combinations() {
    List<AbstractInputs> all = new ArrayList<>();
    for (Pause pause : Pause.values()) {
      for (Sample sample : Sample.values()) {
        for (Output output : Output.values()) {
          for (Contacts contacts : Contacts.values()) {
            for (People people : People.values()) {
              all.add(new AbstractInputs(pause, sample, output, contacts, people, true));
              all.add(new AbstractInputs(pause, sample, output, contacts, people, false));
            }
          }
        }
      }
    }
    return List.copyOf(all);
  }
}
