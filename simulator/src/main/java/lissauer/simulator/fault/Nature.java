package lissauer.simulator.fault;

import java.util.Random;

/** What the kinds of fault mean for one sort of value. Pure, but for the random stream. */
interface Nature<T> {
  /** One reading among others that is not there. */
  T missing(T value);

  /** Anything that could be read. */
  T garbage(T value, Random random);

  /** Something else than is so. */
  T wrong(T value, Malfunction.Wrong how);

  /**
   * What is shown next by something that follows slowly.
   *
   * @param share of the way from what was shown to what is so
   */
  T slowed(T shown, T value, double share);

  /** What was kept, said again now. */
  T repeated(T kept, T now);
}
