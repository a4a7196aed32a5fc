package lissauer.hal.scpi;

import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.RigClock;
import lissauer.hal.link.Link;

/**
 * Opens a function generator and its meter: checks who answers, wipes every setting, puts in our
 * own, and lets the instrument show that it holds the amplitude ceiling. The output stays off.
 */
public final class ScpiOpener {
  /** An instrument may take its time over {@code *RST}. */
  private static final double OPEN_SECONDS = 3;

  /** The ceiling must withstand a setting so much above it. */
  private static final double PROBE_FACTOR = 1.2;

  /** Most bad news that an error queue can hold: 20 in a Keysight 33500. */
  private static final int LONGEST_QUEUE = 32;

  private final RigClock clock;
  private final ScpiSetup setup;
  private final Electrode electrode;
  private final SineVoltage ceiling;
  private final ScpiLink link;

  private ScpiOpener(ScpiSetup setup, Electrode electrode, RigClock clock, Link link) {
    this.clock = clock;
    this.setup = setup;
    this.electrode = electrode;
    this.ceiling = setup.ceiling(electrode);
    this.link = new ScpiLink("generator", link, setup.answerSeconds());
  }

  /**
   * Opens both instruments of a real rig.
   *
   * @throws DeviceException if one does not answer, is another, or does not hold the ceiling
   */
  public static ScpiGenerator open(ScpiSetup setup, Electrode electrode, RigClock clock)
      throws DeviceException {
    Link link = setup.link().open("generator");
    Link meter;
    try {
      meter = setup.meter().link().open("meter");
    } catch (DeviceException e) {
      link.close();
      throw e;
    }
    ScpiGenerator generator = open(setup, electrode, clock, link, meter);
    Thread.ofPlatform().daemon().name("generator lease").start(new LeaseKeeper(generator));
    return generator;
  }

  /** As above, over links that are open; they are closed when this fails. */
  public static ScpiGenerator open(
      ScpiSetup setup, Electrode electrode, RigClock clock, Link link, Link meterLink)
      throws DeviceException {
    ScpiOpener opener = new ScpiOpener(setup, electrode, clock, link);
    RmsMeter meter = new RmsMeter(setup.meter(), meterLink, setup.answerSeconds());
    boolean open = false;
    try {
      ScpiGenerator generator = opener.open(meter);
      open = true;
      return generator;
    } finally {
      if (!open) {
        opener.link.close();
        meter.close();
      }
    }
  }

  private ScpiGenerator open(RmsMeter meter) throws DeviceException {
    Dialect dialect = setup.dialect();
    String identity = ask("*IDN?");
    if (!identity.contains(setup.identity())) {
      throw link.trouble("is \"%s\", the rig file says %s".formatted(identity, setup.identity()));
    }
    link.tell(dialect.output(false));
    link.tell("*RST");
    ask("*IDN?");
    for (String command : dialect.prepare(setup.frequencyHertz(), setup.loadOhms())) {
      link.tell(command);
    }
    link.tell(dialect.amplitude(setup.test()));
    drain();
    for (String command : dialect.limit(ceiling)) {
      link.tell(command);
    }
    String held = holdsCeiling();
    link.tell(dialect.amplitude(setup.test()));
    drain();
    return new ScpiGenerator(
        clock,
        setup,
        electrode,
        new Output(link, setup, ceiling),
        meter,
        List.of(
            "generator: " + identity + ", " + held, "meter: " + meter.open(clock, OPEN_SECONDS)));
  }

  /** Tries to set more than the ceiling, while the output is off, and looks what came of it. */
  private String holdsCeiling() throws DeviceException {
    SineVoltage above = ceiling.times(PROBE_FACTOR);
    link.tell(setup.dialect().amplitude(above));
    GeneratorState state = state();
    if (state.outputOn()) {
      throw link.trouble("its output stays on when switched off");
    }
    boolean holds = state.amplitude().peakToPeak() <= ceiling.peakToPeak() + 0.002;
    if (!holds && setup.hardwareCap().isEmpty()) {
      throw link.trouble(
          ("took %s above its ceiling of %s: it does not hold one. A rig with it needs a hardware_cap"
                  + " in its rig file")
              .formatted(state.amplitude(), ceiling));
    }
    String cap = setup.hardwareCap().isEmpty() ? "" : ", hardware cap " + setup.hardwareCap();
    return (holds ? "holds " + ceiling : "holds no ceiling") + cap;
  }

  /** The state now, whatever is in the error queue. */
  private GeneratorState state() throws DeviceException {
    drain();
    ScpiQuery[] queries = setup.dialect().state().toArray(ScpiQuery[]::new);
    try {
      return setup.dialect().state(link.converse(clock, OPEN_SECONDS, queries));
    } catch (BadReply | Dialect.InstrumentError e) {
      throw link.trouble("cannot be read back: " + e.getMessage());
    }
  }

  /** Empties the error queue. */
  private void drain() throws DeviceException {
    List<ScpiQuery> query = setup.dialect().oldestError();
    for (int i = 0; i < LONGEST_QUEUE && !query.isEmpty(); i++) {
      String reply = link.converse(clock, OPEN_SECONDS, query.getFirst()).getFirst();
      try {
        KeysightDialect.check(reply);
        return;
      } catch (BadReply e) {
        throw link.trouble(String.valueOf(e.getMessage()));
      } catch (Dialect.InstrumentError next) {
        link.bad("error in the queue at opening");
      }
    }
    if (!query.isEmpty()) {
      throw link.trouble("its error queue does not become empty");
    }
  }

  private String ask(String query) throws DeviceException {
    return link.converse(clock, OPEN_SECONDS, ScpiQuery.plain(query)).getFirst();
  }
}
