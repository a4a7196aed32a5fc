package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import lissauer.hal.TipGeometry;
import org.junit.jupiter.api.Test;

/** Whatever is done to whatever is modelled, no heat is made or lost. */
class HeatBalanceTest {
  private static final int CASES = 40;
  private static final Resolution COARSE = new Resolution(0.45, 0.45);

  private int boiled;
  private int stopped;
  private int full;

  @Test
  void heatIsAccountedForToOneInAMillionInAnyCase() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      TipGeometry tip = geometry(random);
      Tissue tissue = tissue(random);
      Contact contact = contact(random, tip);
      FullModel model = new FullModel(tip, tissue, contact, COARSE);
      drive(model, random, 60);
      String about = "case " + seed + ": " + tip + " " + tissue + " " + contact;
      assertThat(model.imbalanceRatio()).as(about).isCloseTo(0, within(1e-6));
      sharesAreOfOneWatt(model.snapshot(), about);
      count(model, tissue, contact);
      rest(model, random);
      assertThat(model.imbalanceRatio()).as("cooled, " + about).isCloseTo(0, within(1e-6));
    }
    assertThat(boiled).as("cases that boil").isGreaterThan(5);
    assertThat(stopped).as("cases where perfusion stops").isGreaterThan(5);
    assertThat(full).as("cases in full contact").isBetween(5, CASES - 5);
  }

  private void count(FullModel model, Tissue tissue, Contact contact) {
    boiled += tissue.waterFraction() > 0 && model.peakCelsius() > 100 ? 1 : 0;
    boolean destroyed = model.extents().of(DamageLaw.LIVER, 1).volumeCubicMillimetres() > 0;
    stopped += tissue.perfusionStops() && destroyed ? 1 : 0;
    full += contact.equals(Contact.FULL) ? 1 : 0;
  }

  private static void sharesAreOfOneWatt(FieldSnapshot fields, String about) {
    double[] share = fields.heatShare();
    assertThat(Arrays.stream(share).sum()).as(about).isCloseTo(1, within(1e-12));
    for (int cell = 0; cell < share.length; cell++) {
      boolean conducts =
          fields.material()[cell] == Material.TISSUE || fields.material()[cell] == Material.FLUID;
      assertThat(share[cell]).as(about).isBetween(0.0, conducts ? 1.0 : 0.0);
    }
  }

  /** Each case is driven by voltage, power or temperature, in steps of any size. */
  private static void drive(FullModel model, Random random, int steps) {
    int kind = random.nextInt(3);
    double level = random.nextDouble();
    for (int i = 0; i < steps; i++) {
      double step = Math.pow(10, -3 + 2.5 * random.nextDouble());
      switch (kind) {
        case 0 -> {
          double volts = 10 + 25 * level;
          double ohms = model.impedanceOhms();
          model.energise(step, volts);
          assertThat(model.powerWatts())
              .isCloseTo(volts * volts / model.impedanceOhms(), within(1e-12 + 1e-9 / ohms));
        }
        case 1 -> model.heat(step, 0.2 + 1.5 * level * random.nextDouble());
        default -> {
          double celsius = 60 + 50 * level;
          model.follow(step, celsius - 0.1, celsius);
        }
      }
    }
  }

  private static void rest(FullModel model, Random random) {
    for (int i = 0; i < 10; i++) {
      model.heat(0.01 + 0.2 * random.nextDouble(), 0);
    }
  }

  private static TipGeometry geometry(Random random) {
    double radius = 0.1 + 0.5 * random.nextDouble();
    double bare = 1 + 4 * random.nextDouble();
    double insulation = 0.02 + 0.06 * random.nextDouble();
    boolean shouldered = random.nextBoolean();
    double box = 10 + 20 * random.nextDouble();
    return new TipGeometry(
        radius,
        bare,
        shouldered ? 0.5 + random.nextDouble() : Double.POSITIVE_INFINITY,
        insulation,
        radius + insulation + 0.1 + 0.3 * random.nextDouble(),
        bare * (0.05 + 0.9 * random.nextDouble()),
        box,
        box,
        box + bare);
  }

  private static Tissue tissue(Random random) {
    return new Tissue(
        31 + 6 * random.nextDouble(),
        0.08 + 0.2 * random.nextDouble(),
        random.nextInt(4) == 0 ? 0 : 0.03 * random.nextDouble(),
        0,
        0.4 + 0.3 * random.nextDouble(),
        3.4e6 + 0.8e6 * random.nextDouble(),
        random.nextInt(4) == 0 ? 0 : 50_000 * random.nextDouble(),
        random.nextInt(3) > 0,
        random.nextBoolean() ? 0.7 : 0);
  }

  private static Contact contact(Random random, TipGeometry tip) {
    double surface = tip.bareMillimetres() * (0.2 + random.nextDouble());
    double film = 0.02 + 0.3 * random.nextDouble();
    Material other = random.nextBoolean() ? Material.FLUID : Material.AIR;
    return switch (random.nextInt(4)) {
      case 0 -> new Contact(surface, other, 0, Material.TISSUE, 0);
      case 1 ->
          new Contact(Double.POSITIVE_INFINITY, Material.TISSUE, film, other, random.nextDouble());
      case 2 -> new Contact(surface, other, film, Material.FLUID, random.nextDouble());
      default -> Contact.FULL;
    };
  }
}
