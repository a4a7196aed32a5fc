package lissauer.simulator;

import java.util.Random;

/**
 * Gaussian noise of one device. Each device has its own stream, drawn from the rig's seed and its
 * name, so that a device more or less does not change the others.
 *
 * <p>{@link Random} and not one of the newer generators, because its algorithm, the Gaussian one
 * included, is part of the Java specification and so gives the same bits everywhere.
 */
final class Noise {
  private final Random random;
  private final double deviation;

  /** A stream with this standard deviation, in whatever unit the device measures. */
  Noise(long seed, String device, double deviation) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + device.hashCode());
    this.deviation = deviation;
  }

  /** The next value. */
  double next() {
    return deviation * random.nextGaussian();
  }
}
