package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.Inputs;
import lissauer.controller.safety.Limits;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The machine of the service itself, from every state that it can be in, under every combination of
 * what it can be told: the invariants of docs/safety/Lissauer.tla hold after each step.
 *
 * <p>Numbers are put into classes ({@link AbstractInputs}), and a state is known by its {@link
 * #key}. The search begins with the ticks of a whole row, so that it starts in every phase with a
 * law that knows its tissue, and goes on from each new state that any input leads to.
 */
class InvariantsTest {
  private final Map<String, Tick> known = new HashMap<>();
  private final Deque<Tick> open = new ArrayDeque<>();
  private long steps;

  @ParameterizedTest
  @ValueSource(strings = {"nashold-spinal", "low-power-coagulation", "pulsed-rhizotomy"})
  void nothingThatItIsToldTakesItOutOfItsInvariants(String plan) throws DeviceException {
    TestBench bench = new TestBench(plan);
    bench.onTick(tick -> endAfterTwoSites(bench, tick)).run();
    ControlCore core = new ControlCore(bench.protocol);
    Limits limits = bench.protocol.limits();
    bench.ticks.forEach(this::meet);
    while (!open.isEmpty()) {
      Tick from = open.remove();
      for (AbstractInputs told : AbstractInputs.all()) {
        Inputs inputs = told.after(from, limits);
        Tick to = core.step(from, inputs, from.atNanos() + told.elapsedNanos());
        check(from, to, limits);
        meet(to);
        steps++;
      }
    }
    assertThat(labels()).contains("tripped", "locked out", "self test", "hold", "cool");
    assertThat(steps).isGreaterThan(100_000);
  }

  private static void endAfterTwoSites(TestBench bench, Tick tick) {
    if (tick.phase().site() == 2) {
      bench.stop.press(lissauer.controller.safety.StopSource.FOOTSWITCH);
    }
  }

  private void meet(Tick tick) {
    if (known.putIfAbsent(key(tick), tick) == null) {
      open.add(tick);
    }
  }

  /** What decides where it may go from here. */
  private static String key(Tick tick) {
    Phase phase = tick.phase();
    double seconds = (tick.atNanos() - phase.sinceNanos()) * 1e-9;
    String detail =
        switch (phase) {
          case Phase.SelfTesting test -> test.stage().name();
          case Phase.ContactCheck check ->
              check.goodSinceNanos() == Long.MAX_VALUE ? "bad" : "good";
          case Phase.Tripped tripped -> tripped.trip().name() + tripped.locked();
          default -> "";
        };
    String age = seconds < 0.05 ? "new" : seconds < 0.5 ? "young" : seconds < 3 ? "" : "old";
    return String.join(
        " ",
        phase.label(),
        detail,
        age,
        phase.site() == 0 ? "first" : "later",
        Integer.toString(tick.gate().trips()),
        Boolean.toString(tick.decision().command().on()),
        Boolean.toString(tick.gate().heated(phase.site())));
  }

  private static void check(Tick from, Tick to, Limits limits) {
    RfCommand command = to.decision().command();
    Phase phase = to.phase();
    if (command.on()) {
      assertThat(phase)
          .as("I1: RF only in a phase that heats")
          .isInstanceOfAny(Phase.Probe.class, Phase.Ramp.class, Phase.Hold.class);
      assertThat(to.decision().relayClosed()).as("I1: through a relay that is driven").isTrue();
      assertThat(to.inputs().sample().relayClosed()).as("I1: and reads closed").isTrue();
      assertThat(to.inputs().sample().interlockClosed()).as("I1: interlock").isTrue();
      assertThat(to.inputs().stop()).as("I1: no stop").isNull();
      assertThat(to.inputs().sample().monitoringHold()).as("I1: no hold").isFalse();
      assertThat(command.leaseNanos()).as("I1: on a lease").isBetween(1L, 250_000_000L);
      assertThat(command.powerWatts())
          .as("I6: below the limit")
          .isLessThanOrEqualTo(limits.powerWatts());
    }
    if (phase instanceof Phase.Tripped) {
      assertThat(command.on()).as("I2: tripped is off").isFalse();
      assertThat(to.decision().relayClosed()).as("I2: both ways").isFalse();
    }
    if (from.phase() instanceof Phase.Tripped was) {
      boolean acknowledged = was.trip().name().equals(to.inputs().acknowledged());
      if (!acknowledged || was.locked()) {
        assertThat(phase).as("I4: latched").isEqualTo(was);
      } else {
        assertThat(phase)
            .as("I2: to work only through a self test")
            .isInstanceOfAny(Phase.Tripped.class, Phase.SelfTesting.class, Phase.RowDone.class);
      }
    }
  }

  private Set<String> labels() {
    Set<String> labels = new TreeSet<>();
    known.values().forEach(tick -> labels.add(tick.phase().label()));
    return labels;
  }
}
