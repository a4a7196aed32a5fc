package lissauer.simulator.device.pi;

/**
 * When a MAX31856 looks at its inputs, how long its conversions last and when it tests for an open
 * circuit.
 *
 * <p>Typical times of the datasheet: 143 ms (60 Hz) or 169 ms (50 Hz) for a first or single
 * conversion and 82 or 98 ms for the following ones (electrical characteristics, t_CONV); per
 * further sample two mains periods or one (CR1); 25 ms less without cold junction (CR0 bit 3); for
 * the test 13.3, 33.4 or 113.4 ms, or 40, 60, 140 ms without cold junction (table 4).
 */
final class Max31856Converter {
  static final int AUTOMATIC = 0x80;
  static final int ONE_SHOT = 0x40;
  static final int OPEN_CIRCUIT_TEST = 0x30;
  static final int NO_COLD_JUNCTION = 0x08;
  static final int REJECT_50_HZ = 0x01;

  private static final int TEST_EVERY = 16;
  private static final double[] TEST_SECONDS = {0, 0.0133, 0.0334, 0.1134};
  private static final double[] TEST_SECONDS_WITHOUT_COLD = {0, 0.040, 0.060, 0.140};

  private double slowness = 1;
  private int configuration0;
  private int configuration1;
  private int conversions;
  private int looksLeft;
  private int endedLooks;
  private int looks;
  private long betweenLooksNanos;
  private long nextLookNanos = Long.MAX_VALUE;
  private long testEndsNanos = Long.MAX_VALUE;

  /** As after power-on: off. */
  void reset() {
    configuration0 = 0;
    configuration1 = 0;
    conversions = 0;
    nextLookNanos = Long.MAX_VALUE;
    testEndsNanos = Long.MAX_VALUE;
  }

  /** Slower by this factor from the next conversion on. */
  void slowDown(double factor) {
    slowness = factor;
  }

  /** CR0 has been written. */
  void configure(int before, int now, int cr1, long atNanos) {
    configuration0 = now;
    configuration1 = cr1;
    boolean automatic = (now & AUTOMATIC) != 0;
    boolean wasAutomatic = (before & AUTOMATIC) != 0;
    if (automatic && !wasAutomatic) {
      conversions = 0;
      start(atNanos, true);
    } else if (!automatic && wasAutomatic) {
      nextLookNanos = Long.MAX_VALUE;
    }
    if (!automatic && (now & ONE_SHOT) != 0 && nextLookNanos == Long.MAX_VALUE) {
      start(atNanos, true);
    }
    if (!automatic && (before & OPEN_CIRCUIT_TEST) == 0 && (now & OPEN_CIRCUIT_TEST) != 0) {
      testEndsNanos = atNanos + nanos(testSeconds());
    }
  }

  long nextLookNanos() {
    return nextLookNanos;
  }

  /** Looks of which the conversion that just ended was the mean. */
  int looks() {
    return endedLooks;
  }

  /** Whether the next look ends a conversion at which the open circuit is tested too. */
  boolean testsNow() {
    return looksLeft == 1
        && automatic()
        && testSeconds() > 0
        && (conversions + 1) % TEST_EVERY == 0;
  }

  /** A test asked for while conversions are off; true once, when it is over. */
  boolean demandedTestIsOver(long nowNanos) {
    boolean over = nowNanos >= testEndsNanos;
    if (over) {
      testEndsNanos = Long.MAX_VALUE;
    }
    return over;
  }

  /** The inputs have been looked at; returns whether that ended a conversion. */
  boolean look(int[] registers) {
    long at = nextLookNanos;
    looksLeft--;
    if (looksLeft > 0) {
      nextLookNanos = at + betweenLooksNanos;
      return false;
    }
    conversions++;
    endedLooks = looks;
    configuration1 = registers[1];
    if (automatic()) {
      start(at, false);
    } else {
      nextLookNanos = Long.MAX_VALUE;
    }
    return true;
  }

  private void start(long atNanos, boolean first) {
    looks = 1 << Math.min(4, (configuration1 >> 4) & 7);
    double mainsSeconds = rejects50() ? 0.020 : 1.0 / 60;
    double oneSeconds = first ? (rejects50() ? 0.169 : 0.143) : (rejects50() ? 0.098 : 0.082);
    if ((configuration0 & NO_COLD_JUNCTION) != 0) {
      oneSeconds -= 0.025;
    }
    if (automatic() && (conversions + 1) % TEST_EVERY == 0) {
      oneSeconds += testSeconds();
    }
    looksLeft = looks;
    betweenLooksNanos = nanos(first ? 2 * mainsSeconds : mainsSeconds);
    nextLookNanos = atNanos + nanos(oneSeconds);
  }

  private boolean automatic() {
    return (configuration0 & AUTOMATIC) != 0;
  }

  private boolean rejects50() {
    return (configuration0 & REJECT_50_HZ) != 0;
  }

  private double testSeconds() {
    int mode = (configuration0 & OPEN_CIRCUIT_TEST) >> 4;
    boolean cold = (configuration0 & NO_COLD_JUNCTION) == 0;
    return (cold ? TEST_SECONDS : TEST_SECONDS_WITHOUT_COLD)[mode];
  }

  private long nanos(double seconds) {
    return Math.round(seconds * slowness * 1e9);
  }
}
