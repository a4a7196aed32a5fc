package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfRelay;
import lissauer.hal.modbus.FrontEnd;
import lissauer.simulator.device.FrontEndBench.Note;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "RF off within 300 ms after the last valid exchange", from what the board notes alone. */
class FrontEndLogTest {
  private static final RfCommand SOME = new RfCommand(0.2, 250_000_000);
  private static final double LIMIT_MILLIS = 300;

  private final FrontEndBench bench = new FrontEndBench();
  private RfGenerator generator;

  @BeforeEach
  void heat() throws DeviceException {
    FrontEnd frontEnd = bench.open();
    generator = frontEnd.port(RfGenerator.class).orElseThrow();
    frontEnd.port(RfRelay.class).orElseThrow().drive(true);
    bench.pass(0.1);
    for (int i = 0; i < 20; i++) {
      generator.exchange(SOME);
      bench.pass(0.02);
    }
    assertThat(last("output on").details().get("tissueWatts")).isInstanceOf(Double.class);
  }

  @Test
  void aServiceThatFallsSilentIsNotWaitedForLongerThanItsLease() {
    bench.pass(1);
    assertThat(offMillisAfterTheLastCommand()).isBetween(245.0, 260.0);
    assertThat(note("set point 0").details().get("why")).isEqualTo("lease ended");
    assertThat(note("relay let go").nanos()).isGreaterThan(note("output off").nanos());
  }

  @Test
  void framesThatTheBoardCannotReadRenewNothing() throws java.io.IOException {
    for (int i = 0; i < 50; i++) {
      bench.line.write(new byte[] {1, 23, 0, (byte) 160, 0, 19, 0, (byte) 128, 0, 5, 10, 0, 0});
      bench.pass(0.03);
    }
    assertThat(bench.notes).anyMatch(note -> note.event().equals("bad frame"));
    assertThat(offMillisAfterTheLastCommand()).isLessThanOrEqualTo(LIMIT_MILLIS);
  }

  @Test
  void aLineThatOnlyLosesTheAnswersKeepsRfNoLongerThanTheDriverAsks() {
    bench.line.back().misbehave(WireFault.SILENT);
    try {
      generator.exchange(SOME);
    } catch (DeviceException lost) {
      bench.pass(1);
    }
    assertThat(offMillisAfterTheLastCommand()).isLessThanOrEqualTo(LIMIT_MILLIS);
  }

  private double offMillisAfterTheLastCommand() {
    Note off = note("output off");
    Note command =
        bench.notes.stream()
            .filter(note -> note.event().equals("command") && note.nanos() <= off.nanos())
            .reduce((_, later) -> later)
            .orElseThrow();
    assertThat(off.details().get("tissueWatts")).isEqualTo(0.0);
    return (off.nanos() - command.nanos()) * 1e-6;
  }

  private Note note(String event) {
    return bench.notes.stream()
        .filter(note -> note.event().equals(event))
        .findFirst()
        .orElseThrow(() -> new AssertionError("never noted: " + event + " in " + events()));
  }

  private Note last(String event) {
    return bench.notes.stream()
        .filter(note -> note.event().equals(event))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private List<String> events() {
    return bench.notes.stream().map(Note::event).distinct().toList();
  }
}
