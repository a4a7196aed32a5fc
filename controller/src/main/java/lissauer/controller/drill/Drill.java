package lissauer.controller.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.ControlCore;
import lissauer.controller.loop.ControlLoop;
import lissauer.controller.loop.Protocol;
import lissauer.controller.loop.StopSwitch;
import lissauer.controller.loop.Watchdog;
import lissauer.hal.DeviceException;
import lissauer.hal.console.RigTruth;
import lissauer.hal.console.VirtualRig;
import lissauer.hal.console.VirtualRigs;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;

/**
 * Makes rows on which something breaks, each on a rig of its own. One row is a pure function of
 * hazard, plan and seed, so the number of threads changes nothing.
 */
public final class Drill {
  private final VirtualRigs rigs;
  private final DrillFiles files;

  /** Drills on these rigs. */
  public Drill(VirtualRigs rigs, DrillFiles files) {
    this.rigs = rigs;
    this.files = files;
  }

  /**
   * One row for each of seeds 1 to {@code seeds}, in this order whatever the number of threads.
   *
   * @param plans taken in turn
   */
  public List<Drilled> run(Ordeal ordeal, List<String> plans, int seeds) {
    List<Protocol> protocols = plans.stream().map(files::protocol).toList();
    return LongStream.rangeClosed(1, seeds)
        .parallel()
        .mapToObj(seed -> run(ordeal, protocols.get((int) ((seed - 1) % protocols.size())), seed))
        .toList();
  }

  /** One row. */
  public Drilled run(Ordeal ordeal, Protocol protocol, long seed) {
    try {
      return row(open(ordeal, protocol, seed), protocol, seed);
    } catch (DeviceException e) {
      throw new IllegalStateException(ordeal.id() + ", seed " + seed + ": no rig to try", e);
    }
  }

  private VirtualRig open(Ordeal ordeal, Protocol protocol, long seed) {
    DrillRig drawn = DrillRig.of(seed);
    Map<String, String> settings = new LinkedHashMap<>(drawn.settings());
    if (!ordeal.script().isEmpty()) {
      settings.put("faults", ordeal.script());
    }
    Problems problems = new Problems();
    Settings file = files.rig(settings, problems);
    VirtualRig rig = rigs.open(file, protocol.electrode(), drawn.tissue());
    problems.throwIfAny();
    return rig;
  }

  private static Drilled row(VirtualRig virtual, Protocol protocol, long seed)
      throws DeviceException {
    DrillWitness witness = new DrillWitness(virtual.truth());
    double gapSeconds = protocol.limits().tickGapSeconds();
    try (Watchdog watchdog = new Watchdog(virtual.rig(), protocol.tickNanos(), gapSeconds)) {
      new ControlLoop(
              virtual.rig(),
              new ControlCore(protocol),
              protocol.tickNanos(),
              new StopSwitch(),
              Acknowledgement.never(),
              List.of(witness, watchdog))
          .run();
    }
    RigTruth after = virtual.truth().get();
    virtual.rig().release().run();
    return witness.drilled(seed, after);
  }
}
