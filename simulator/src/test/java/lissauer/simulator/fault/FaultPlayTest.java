package lissauer.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultPlayTest {
  private final StubBench bench = new StubBench();

  @Test
  void aFaultWithoutAMomentIsThereBeforeAnythingElseHappens() {
    play("at=thermocouple what=open");
    assertThat(bench.switched).containsExactly("Open on 0");
  }

  @Test
  void aFaultComesAtItsTimeAndGoesAfterItsDuration() {
    play("at=relay what=welded when.after_seconds=2 for_seconds=0.5");
    bench.pass(5);
    assertThat(bench.switched).containsExactly("WELDED on 2000", "WELDED off 2500");
  }

  @Test
  void aFaultWaitsUntilTheOutputHasBeenOnForSoLong() {
    play("at=circuit what=open when.output=on when.since_seconds=2");
    bench.pass(10);
    bench.outputOn = true;
    bench.pass(1.5);
    assertThat(bench.switched).isEmpty();
    bench.pass(1);
    assertThat(bench.switched).containsExactly("Open on 12010");
  }

  @Test
  void aPauseOfATickIsNotTheEndOfHeatingAndALongerOneIs() {
    play("at=circuit what=open when.times=2");
    bench.outputOn = true;
    bench.pass(1);
    bench.outputOn = false;
    bench.pass(0.05);
    bench.outputOn = true;
    bench.pass(1);
    assertThat(bench.switched).isEmpty();
    bench.outputOn = false;
    bench.pass(0.2);
    bench.outputOn = true;
    bench.pass(0.1);
    assertThat(bench.switched).hasSize(1);
  }

  @Test
  void allThatIsAskedForMustHoldAtOnce() {
    play("at=circuit what=open when.tip_above_celsius=70 when.moves=2");
    bench.tipCelsius = 75;
    bench.moves = 1;
    bench.pass(1);
    bench.tipCelsius = 40;
    bench.moves = 2;
    bench.pass(1);
    assertThat(bench.switched).isEmpty();
    bench.tipCelsius = 70.1;
    bench.pass(0.1);
    assertThat(bench.switched).hasSize(1);
  }

  @Test
  void theSeedSpreadsTheMomentOverItsRangeAndFaultsOfOneScriptStayTogether() {
    List<String> moments =
        LongStream.rangeClosed(1, 50)
            .mapToObj(seed -> {
              StubBench one = new StubBench();
              String when = " when.delay_seconds=1 when.spread_seconds=10";
              new FaultPlay(
                  ScriptText.script(
                      "at=relay what=welded" + when + "|at=circuit what=short" + when),
                  seed,
                  one);
              one.pass(12);
              assertThat(one.begun).hasSize(2);
              String first = one.begun.get(0).replaceAll(".* ", "");
              assertThat(one.begun.get(1)).endsWith(" " + first);
              return first;
            })
            .toList();
    assertThat(moments).allSatisfy(m -> assertThat(Long.parseLong(m)).isBetween(1000L, 11000L));
    assertThat(moments.stream().distinct()).hasSize(50);
    assertThat(moments).anyMatch(m -> Long.parseLong(m) < 3000);
    assertThat(moments).anyMatch(m -> Long.parseLong(m) > 9000);
  }

  @Test
  void anIntermittentFaultIsThereForItsShareOfEachPeriodAndBeginsOnce() {
    play(
        "at=thermocouple what=intermittent of=open period_seconds=1 duty_fraction=0.3"
            + " for_seconds=2.1");
    bench.pass(10);
    assertThat(bench.switched)
        .containsExactly(
            "Open on 0",
            "Open off 300",
            "Open on 1000",
            "Open off 1300",
            "Open on 2000",
            "Open off 2100");
    assertThat(bench.begun).containsExactly("thermocouple intermittent open 0");
  }

  @Test
  void chanceLeavesPeriodsOutAndTheSeedDecidesWhich() {
    List<String> one = chances(1);
    assertThat(one).hasSizeBetween(60, 140);
    assertThat(chances(1)).isEqualTo(one);
    assertThat(chances(2)).isNotEqualTo(one);
  }

  private static List<String> chances(long seed) {
    StubBench bench = new StubBench();
    new FaultPlay(
        ScriptText.script(
            "at=circuit what=intermittent of=short period_seconds=0.1 chance_fraction=0.5"),
        seed,
        bench);
    bench.pass(10);
    return bench.switched;
  }

  private void play(String script) {
    new FaultPlay(ScriptText.script(script), 1, bench);
  }
}
