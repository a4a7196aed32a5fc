package lissauer.controller.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import lissauer.controller.TestBench;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.report.RowReport;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import lissauer.hal.Interlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRowTest {
  @TempDir private Path folder;

  @Test
  void whatIsReadIsWhatWasWritten() throws Exception {
    TestBench bench = new TestBench("cordotomy");
    Tick last = bench.run();
    RecordedRow row = RecordedRow.of(write(bench, last));
    assertThat(row.done()).isTrue();
    assertThat(row.trips()).isEmpty();
    assertThat(row.ticks()).hasSameSizeAs(bench.ticks);
    for (int i = 0; i < bench.ticks.size(); i++) {
      Tick was = bench.ticks.get(i);
      RecordedTick is = row.ticks().get(i);
      same(is.tipCelsius(), was.inputs().sample().temperature().tipCelsius());
      same(is.powerWatts(), was.inputs().rf().powerWatts());
      same(is.impedanceOhms(), was.inputs().rf().impedanceOhms());
      same(is.referenceCelsius(), was.decision().referenceCelsius());
      same(is.commandedWatts(), was.decision().command().powerWatts());
      same(is.toDepthMillimetres(), was.decision().tipAt().depthMillimetres());
      assertThat(is.phase()).isEqualTo(was.phase().label());
      assertThat(is.contact('R')).isEqualTo(was.inputs().sample().relayClosed());
      assertThat(is.seconds()).isEqualTo((was.atNanos() - bench.ticks.getFirst().atNanos()) * 1e-9);
      assertThat(is.others()).isEmpty();
    }
    RowTally tally = new RowTally(bench.protocol.plan());
    bench.ticks.forEach(tally);
    assertThat(row.results()).isEqualTo(tally.results());
  }

  @Test
  void withoutAnEndTheResultsComeFromRepeatingTheInputs() throws Exception {
    TestBench bench = new TestBench("cordotomy");
    Path journal = write(bench, bench.run());
    List<SiteResult> results = RecordedRow.of(journal).results();
    List<String> lines = Files.readAllLines(journal);
    Files.write(journal, lines.subList(0, lines.size() - 1));
    RecordedRow row = RecordedRow.of(journal);
    assertThat(row.results()).isEqualTo(results);
    assertThat(row.done()).isFalse();
  }

  @Test
  void aTripIsReadWithItsTick() throws Exception {
    TestBench bench = new TestBench("cordotomy");
    bench.onTick(tick -> {
      if (tick.phase() instanceof Phase.Hold) {
        bench.stop.press(StopSource.TERMINAL);
      }
    });
    RecordedRow row = RecordedRow.of(write(bench, bench.run()));
    RecordedRow.Tripped tripped = row.trips().getFirst();
    assertThat(tripped.trip()).isEqualTo(new RigTrip.Stopped(StopSource.TERMINAL));
    assertThat(tripped.tick().phase()).isEqualTo("tripped");
  }

  @Test
  void everyTripIsReadAndWhenItWasAcknowledged() throws Exception {
    AtomicBoolean open = new AtomicBoolean();
    TestBench bench =
        new TestBench("nashold-spinal")
            .changing(rig -> TestBench.with(rig, (Interlock) () -> !open.get()));
    bench.acknowledgement = Acknowledgement.awaited();
    bench.onTick(tick -> {
      open.set(tick.phase() instanceof Phase.Hold);
      bench.acknowledgement.give("InterlockOpen");
    });
    RecordedRow row = RecordedRow.of(write(bench, bench.run()));
    assertThat(row.trips()).hasSize(3);
    assertThat(row.ticks().getLast().phase()).isEqualTo("locked out");
    for (RecordedRow.Tripped tripped : row.trips().subList(0, 2)) {
      assertThat(tripped.acknowledgedSeconds())
          .isGreaterThan(tripped.tick().seconds())
          .isLessThan(row.trips().getLast().tick().seconds());
    }
    assertThat(row.trips().getLast().acknowledgedSeconds()).isNaN();
    assertThat(row.ticks()).anyMatch(tick -> tick.acknowledged().equals("InterlockOpen"));
    String page = new RowReport(row).html(Optional.empty());
    assertThat(page.split("<h2>Tripped at ", -1)).hasSize(4);
    assertThat(page.split("<p>Acknowledged at ", -1)).hasSize(3);
    assertThat(page).contains("SIMULATED", "0 of 20").doesNotContain("NaN");
  }

  /** A ramp that was cut has no overshoot. */
  @Test
  void aSiteThatWasBrokenOffInItsRampHasNoOvershoot() throws Exception {
    TestBench bench = new TestBench("cordotomy");
    bench.onTick(tick -> {
      if (tick.phase() instanceof Phase.Ramp) {
        bench.stop.press(StopSource.TERMINAL);
      }
    });
    SiteResult site = RecordedRow.of(write(bench, bench.run())).results().getFirst();
    assertThat(site.verdict()).isEqualTo(SiteResult.Verdict.INCOMPLETE);
    assertThat(site.overshootKelvin()).isNaN();
    assertThat(site.peakCelsius()).isLessThan(70);
  }

  @Test
  void aKeyOfALaterVersionIsKept() throws Exception {
    TestBench bench = new TestBench("cordotomy");
    bench.run();
    HashChain chain = new HashChain();
    String header = chain.marked(Json.MAPPER.writeValueAsString(JournalTest.header(bench)));
    String line = TickJson.line(bench.ticks.get(1), bench.ticks.get(0));
    String marked = chain.marked(line.substring(0, line.length() - 1) + ",\"gain\":1.25}");
    Path journal = Files.write(folder.resolve("journal.jsonl"), List.of(header, marked));
    try (JournalReader reader = new JournalReader(journal)) {
      RecordedTick tick = reader.next();
      assertThat(tick.others()).containsExactly(java.util.Map.entry("gain", "1.25"));
      assertThat(tick.othersJson()).isEqualTo("{\"gain\":1.25}");
      assertThat(reader.next()).isNull();
      assertThat(reader.end()).isEmpty();
    }
  }

  @Test
  void aJournalOfAnotherVersionIsRefused() throws IOException {
    Path journal = Files.writeString(folder.resolve("journal.jsonl"), "{\"format\":1}\n");
    assertThatThrownBy(() -> new JournalReader(journal)).hasMessageContaining("format 3");
  }

  private static void same(double is, double was) {
    assertThat(Double.compare(is, was)).as("%s is %s", was, is).isZero();
  }

  private Path write(TestBench bench, Tick last) throws IOException, DeviceException {
    Path journal = folder.resolve("journal.jsonl");
    RowTally tally = new RowTally(bench.protocol.plan());
    try (JournalWriter writer = new JournalWriter(journal, JournalTest.header(bench))) {
      bench.ticks.forEach(writer);
      bench.ticks.forEach(tally);
      writer.end(JournalWriter.endOf(last), tally);
    }
    return journal;
  }
}
