package lissauer.controller.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RebirthsTest {
  private long nanos = TimeUnit.SECONDS.toNanos(-3);
  private final Rebirths rebirths = new Rebirths(() -> nanos);

  @Test
  void nobodyAskedSoNoneIsDue() {
    assertThat(rebirths.due()).isFalse();
  }

  @Test
  void aFloodGetsOneASecondAndItsLastRequestIsHonoured() {
    int births = 0;
    for (int i = 0; i < 5000; i++) {
      if (i < 2500) {
        rebirths.asked();
      }
      if (rebirths.due()) {
        rebirths.given();
        births++;
      }
      nanos += TimeUnit.MILLISECONDS.toNanos(1);
    }
    assertThat(births).isEqualTo(4); // at 0, 1, 2 and, for those who asked after 2 s, at 3 s
  }
}
