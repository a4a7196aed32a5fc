package lissauer.hal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.PositionReading;
import lissauer.hal.RigFile;
import lissauer.hal.TipPosition;
import lissauer.hal.lab.LabBench;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.FakeLink;
import lissauer.hal.link.LineSplitter;
import lissauer.hal.link.Mutations;
import lissauer.hal.link.StepClock;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrblTest {
  private static final String FILE =
      """
      serial: stage
      along:
        axis: X
        zero_millimetres: -120
        least_millimetres: -150
        most_millimetres: -50
      depth:
        axis: Z
        counts: down
        zero_millimetres: -20
        least_millimetres: -30
        most_millimetres: -5
      """;

  private final StepClock clock = new StepClock();
  private final Map<String, String> settings =
      new LinkedHashMap<>(Map.of("13", "0", "20", "1", "22", "1.000"));
  private final FakeLink link = new FakeLink(this::grbl);
  private String status = "<Idle|MPos:-120.000,0.000,-20.000|FS:0,0>";
  private String homing = "ok";

  @Test
  void aReportIsUnderstood() {
    GrblStatus report =
        GrblStatus.parse("<Hold:0|MPos:1.500,-2.000,3.250|FS:0,0|WCO:0,0,0>", new BadFrames());
    assertThat(report).isEqualTo(new GrblStatus("Hold:0", 1.5, -2, 3.25));
    assertThat(report.is("Hold")).isTrue();
    assertThat(report.is("Idle")).isFalse();
    assertThat(report.machineMillimetres(0)).isEqualTo(1.5);
    assertThat(report.machineMillimetres(1)).isEqualTo(-2);
    assertThat(report.machineMillimetres(2)).isEqualTo(3.25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<Idle|WPos:1,2,3>;incomplete status report",
        "<Idle;incomplete status report",
        "<>;incomplete status report",
        "<Idle|MPos:1,2>;no position in a status report",
        "<Idle|MPos:1,2,x>;no position in a status report",
        "<Idle|MPos:1,,3>;no position in a status report",
        "<Idle|MPos:1,2,1e5>;no position in a status report",
        "<Idle|MPos:1,2,3.4.5>;no position in a status report",
        "<Idle|MPos:-,2,3>;no position in a status report",
      })
  void aReportThatIsNoneIsNamed(String line, String name) {
    BadFrames bad = new BadFrames();
    assertThat(GrblStatus.parse(line, bad)).isNull();
    assertThat(bad.counts()).containsEntry(name, 1L);
  }

  @Test
  void tenMillionSpoiledBytesAreUnderstoodOrNamed() {
    BadFrames bad = new BadFrames();
    LineSplitter splitter = new LineSplitter(1024, bad);
    Mutations mutations = new Mutations(21);
    byte[] report =
        "<Run|MPos:-12.345,0.000,-20.125|FS:500,0>\r\n".getBytes(StandardCharsets.US_ASCII);
    long understood = 0;
    long bytes = 0;
    while (bytes < 10_000_000) {
      byte[] frame = mutations.of(report);
      bytes += frame.length;
      splitter.accept(frame, frame.length);
      for (String line = splitter.next(); line != null; line = splitter.next()) {
        understood += line.startsWith("<") && GrblStatus.parse(line, bad) != null ? 1 : 0;
      }
    }
    assertThat(understood).isGreaterThan(50_000);
    assertThat(bad.counts().keySet())
        .contains("incomplete status report", "no position in a status report", "not text");
  }

  @Test
  void tenMillionSpoiledBytesNeverMoveTheStage() throws DeviceException {
    GrblStage stage = open();
    Mutations mutations = new Mutations(22);
    byte[] report =
        "<Idle|MPos:-120.000,0.000,-20.000|FS:0,0>\r\n".getBytes(StandardCharsets.US_ASCII);
    long refused = 0;
    long bytes = 0;
    while (bytes < 10_000_000) {
      link.sent.clear();
      for (int i = 0; i < 20; i++) {
        byte[] frame = mutations.of(report);
        bytes += frame.length;
        link.arrive(frame);
      }
      clock.pass(60_000_000);
      try {
        stage.read();
      } catch (DeviceException e) {
        refused++;
      }
      assertThat(link.sent).noneMatch(sent -> sent.contains("G"));
    }
    assertThat(stage.bad().total()).isGreaterThan(10_000);
    assertThat(refused).isNotNegative();
  }

  @Test
  void itIsOpenedMovedAndFoundAtItsPlace() throws DeviceException {
    GrblStage stage = open();
    assertThat(stage.identity()).isEqualTo("Grbl 1.1h ['$' for help] [VER:1.1h.20190830:]");
    assertThat(stage.emulated()).isFalse();
    stage.moveTo(new TipPosition(3, 2));
    status = "<Run|MPos:-119.000,0.000,-18.000|FS:0,0>";
    assertThat(later(stage).settled()).isFalse();
    status = "<Idle|MPos:-117.000,0.000,-22.000|FS:0,0>";
    later(stage);
    assertThat(later(stage)).isEqualTo(new PositionReading(3, 2, true));
    stage.close();
    stage.close();
    assertThat(link.sent.getLast()).isEqualTo("!");
  }

  @Test
  void standingBesideTheTargetIsAFailure() throws DeviceException {
    GrblStage stage = open();
    stage.moveTo(new TipPosition(3, 2));
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                later(stage);
              }
            })
        .hasMessageContaining("stands still at 0.000 mm, depth 0.000 mm");
  }

  @ParameterizedTest
  @CsvSource({"13,1,reports in inches", "20,0,has its soft limits off", "22,0,has homing off"})
  void aSettingThatMakesItUnsafeIsRefused(String number, String value, String finding) {
    settings.put(number, value);
    assertThatThrownBy(this::open)
        .hasMessageContaining(finding)
        .hasMessageContaining("send it $" + number + "=");
  }

  @ParameterizedTest
  @CsvSource({
    "ALARM:8,alarm 8: homing: the limit switch stays pressed",
    "error:5,error 5: homing is not enabled; set $22=1",
    "error:77,error 77: see GRBL's table of codes",
    "error:x,error x: no code"
  })
  void whatItSaysInNumbersIsSaidInWords(String answer, String words) {
    homing = answer;
    assertThatThrownBy(this::open).hasMessageContaining(words);
  }

  @Test
  void anAlarmStateAndAnUnknownLineAreSeen() throws DeviceException {
    GrblStage stage = open();
    link.arrive("gibberish\r\n");
    stage.read();
    assertThat(stage.bad().counts()).containsEntry("unknown line", 1L);
    link.arrive("<Alarm|MPos:0.000,0.000,0.000|FS:0,0>\r\n");
    assertThatThrownBy(stage::read).hasMessageContaining("is locked by an alarm");
  }

  @Test
  void theFileIsReadAndItsMistakesAreNamed() {
    Problems problems = new Problems();
    LabBench bench = new LabBench(ElectrodeFixture.small(), clock, "/run/bench");
    GrblSetup.from(RigFile.of(problems, FILE.replace("axis: Z", "axis: X")), bench);
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("depth: has the same axis as along");
    Problems none = new Problems();
    var unopened = new GrblDriver().read(RigFile.of(none, FILE), bench);
    none.throwIfAny();
    assertThat(new GrblDriver().name()).isEqualTo("grbl");
    assertThatThrownBy(unopened::open).hasMessageContaining("/run/bench/stage");
  }

  private GrblStage open() throws DeviceException {
    Problems problems = new Problems();
    GrblSetup setup =
        GrblSetup.from(
            RigFile.of(problems, FILE), new LabBench(ElectrodeFixture.small(), clock, "/run"));
    problems.throwIfAny();
    return GrblStage.open(setup, clock, link);
  }

  private PositionReading later(GrblStage stage) throws DeviceException {
    clock.pass(60_000_000);
    return stage.read();
  }

  private byte[] grbl(byte[] bytes) {
    String line = new String(bytes, StandardCharsets.US_ASCII).strip();
    StringBuilder answer = new StringBuilder();
    switch (line) {
      case "\u0018" -> answer.append("\r\nGrbl 1.1h ['$' for help]\r\n");
      case "?" -> answer.append(status).append("\r\n");
      case "!" -> {
        // No answer.
      }
      case "$$" -> {
        settings.forEach((key, value) -> answer.append("$%s=%s\r\n".formatted(key, value)));
        answer.append("ok\r\n");
      }
      case "$I" -> answer.append("[VER:1.1h.20190830:]\r\n[OPT:V,15,128]\r\nok\r\n");
      case "$H" -> answer.append(homing).append("\r\n");
      default -> answer.append("ok\r\n");
    }
    return answer.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
