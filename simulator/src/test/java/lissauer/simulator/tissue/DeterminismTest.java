package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Same input, same bits: what replay and campaigns rest on. */
class DeterminismTest {
  private static final Tissue ALL_OF_IT =
      new Tissue(36, 0.15, 0.02, 0, 0.51, Setups.CAPACITY, 20_000, true, 0.7);

  /** Everything there is: ramp, boiling, perfusion that stops, a film of fluid. */
  private static FieldSnapshot lesion() {
    Contact contact =
        new Contact(Double.POSITIVE_INFINITY, Material.TISSUE, 0.03, Material.FLUID, 0.3);
    Resolution coarse = Resolution.STANDARD.finer(0.4);
    FullModel model = new FullModel(Setups.DREZ, ALL_OF_IT, contact, coarse);
    new LesionRun(model, new Drive.Clamp(80, 1, 2, true), 1).heat().cool();
    model.energise(0.5, 30);
    model.heat(1, 1.2);
    return model.snapshot();
  }

  @Test
  void theSameLesionHasTheSameBitsAgainAndOnTwoThreadsAtOnce() throws Exception {
    FieldSnapshot expected = lesion();
    same(expected, lesion());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<FieldSnapshot> task = DeterminismTest::lesion;
      Future<FieldSnapshot> one = threads.submit(task);
      Future<FieldSnapshot> two = threads.submit(task);
      same(expected, one.get());
      same(expected, two.get());
    }
  }

  private static void same(FieldSnapshot expected, FieldSnapshot found) {
    assertThat(found.celsius()).containsExactly(expected.celsius());
    assertThat(found.heatShare()).containsExactly(expected.heatShare());
    assertThat(found.hottestCelsius()).containsExactly(expected.hottestCelsius());
    for (DamageLaw law : DamageLaw.values()) {
      assertThat(found.damage().get(law)).containsExactly(expected.damage().get(law));
    }
  }
}
