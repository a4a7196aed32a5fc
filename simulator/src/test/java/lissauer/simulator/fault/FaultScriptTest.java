package lissauer.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lissauer.hal.settings.ConfigException;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultScriptTest {
  @ParameterizedTest
  @CsvSource({
    "generator,           off stuck garbage delayed",
    "generator_command,   off stuck garbage wrong slow delayed",
    "generator_volts,     off stuck garbage wrong slow delayed",
    "generator_amps,      off stuck garbage wrong slow delayed",
    "generator_power,     off stuck garbage wrong slow delayed",
    "generator_impedance, off stuck garbage wrong slow delayed",
    "generator_output,    off stuck garbage wrong delayed",
    "thermocouple,        off stuck garbage wrong slow delayed",
    "interlock,           off stuck garbage wrong delayed",
    "relay_drive,         off stuck garbage wrong delayed",
    "relay_contact,       off stuck garbage wrong delayed",
    "footswitch,          off stuck garbage wrong delayed",
    "monitoring,          off stuck garbage wrong delayed",
    "positioner_move,     off stuck garbage wrong delayed",
    "positioner_reading,  off stuck garbage wrong slow delayed",
    "indicator,           off stuck garbage wrong delayed",
    "clock,               slow delayed",
  })
  void everyPortTakesItsKindsAndAllTakeOkAndIntermittent(String port, String kinds) {
    for (String kind : kinds.split(" ", -1)) {
      String by = kind.equals("wrong") ? by(port) : "";
      assertThat(ScriptText.script("at=" + port + " what=" + kind + by).faults()).hasSize(1);
      ScriptedFault now =
          ScriptText.script("at=" + port + " what=intermittent period_seconds=1 of=" + kind + by)
              .faults()
              .getFirst();
      assertThat(now.timing().intermittent()).isTrue();
      assertThat(now.what())
          .isEqualTo(
              ScriptText.script("at=" + port + " what=" + kind + by).faults().getFirst().what());
    }
    assertThat(ScriptText.script("at=" + port + " what=ok").faults().getFirst().what())
        .isEqualTo(new Malfunction.Ok());
  }

  private static String by(String port) {
    String unit = Where.of(port).unit();
    return unit.isEmpty() ? "" : " offset_" + unit + "=1";
  }

  @ParameterizedTest
  @EnumSource(Where.class)
  void noPlaceIsWithoutAFault(Where where) {
    assertThat(where.kinds()).isNotEmpty();
  }

  @Test
  void whatMakesNoSenseIsRefusedByNameWithWhatIsAllowed() {
    assertRefused(
        "at=interlock what=slow",
        "\"slow\" makes no sense at interlock",
        "off, stuck, garbage, wrong, delayed, intermittent, ok");
    assertRefused("at=relay what=open", "\"open\" makes no sense at relay", "welded, never_closes");
    assertRefused("at=thermocouple what=opne", "\"opne\" is no fault", "did you mean \"open\"?");
    assertRefused("at=thermocuople what=open", "did you mean \"thermocouple\"?");
    assertRefused("at=clock what=intermittent of=ok period_seconds=1", "makes no sense at clock");
  }

  @Test
  void numbersHaveRangesUnitsAndPlaces() {
    assertRefused(
        "at=output_stage what=stuck_on power_watts=50",
        "script.yaml:3:5",
        "faults[1].power_watts",
        "0.001 to 20 W");
    assertRefused("at=output_stage what=stuck_on", "power_watts: is missing");
    assertRefused("at=generator_power what=wrong", "wrong by what?", "offset_watts");
    assertRefused("at=relay what=welded power_watts=1", "power_watts", "unknown key");
    assertRefused("at=relay what=welded when.since_seconds=1", "output: on or off");
    assertRefused("at=relay what=welded when.outputs=on", "did you mean \"output\"?");
    assertRefused("at=clock what=delayed delay_ms=5", "delay_seconds");
  }

  @Test
  void allMistakesOfAScriptAreToldAtOnce() {
    Problems problems = new Problems();
    ScriptText.read("at=relay what=slow|at=nowhere what=open|at=clock what=slow x=1", problems);
    assertThat(problems.count()).isEqualTo(3);
  }

  @Test
  void aScriptIsOneLineAFaultInTheRecord() {
    FaultScript script =
        ScriptText.script(
            "at=thermocouple what=short when.output=on when.since_seconds=2"
                + "|at=clock what=intermittent of=delayed delay_seconds=0.3 period_seconds=5");
    assertThat(script.lines())
        .containsExactly(
            "fault script script",
            "scripted fault: thermocouple short, output on for 2.0 s",
            "scripted fault: clock intermittent delayed, at once in 0.5 of every 5.0 s, chance 1.0");
  }

  @Test
  void onlyWhatBreaksAThingOnTheBenchCanBePlayedBehindWires() {
    FaultScript script =
        ScriptText.script(
            "at=thermocouple what=stuck|at=thermocouple what=delayed|at=circuit what=open"
                + "|at=relay what=welded|at=relay_contact what=stuck|at=output_stage what=stays_on");
    assertThat(script.onPorts().stream().map(ScriptedFault::name))
        .containsExactly("thermocouple delayed", "relay_contact stuck");
  }

  private static void assertRefused(String script, String... words) {
    assertThatThrownBy(() -> ScriptText.script(script))
        .isInstanceOf(ConfigException.class)
        .message()
        .contains(words);
  }
}
