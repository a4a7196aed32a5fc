package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveBenchTest {
  @Test
  void timePassesWithoutAnybodyAsking() throws InterruptedException {
    CountDownLatch happened = new CountDownLatch(1);
    try (LiveBench live = BenchFixture.live()) {
      live.act(bench -> bench.clock().at(bench.clock().nanos() + 1_000_000, happened::countDown));
      assertThat(happened.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatIsAskedSeesTheTimeOfTheSystem() {
    try (LiveBench live = BenchFixture.live()) {
      long before = System.nanoTime() - live.startNanos();
      long asked = live.ask(bench -> bench.clock().nanos());
      assertThat(asked).isBetween(before, System.nanoTime() - live.startNanos());
    }
  }

  @Test
  void somethingDueHappensAtItsOwnTimeHoweverLateItIsNoticed() {
    try (LiveBench live = BenchFixture.live()) {
      long[] seen = new long[1];
      long due =
          live.ask(bench -> {
            long at = bench.clock().nanos() + 5_000_000;
            bench.clock().at(at, () -> seen[0] = bench.clock().nanos());
            return at;
          });
      while (live.ask(bench -> bench.clock().nanos()) < due) {
        Thread.onSpinWait();
      }
      assertThat(live.<Long>ask(_ -> seen[0])).isEqualTo(due);
    }
  }
}
