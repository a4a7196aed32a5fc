package lissauer.hal;

/** A source of RF power. Closing it switches the output off first. */
public interface RfGenerator extends AutoCloseable {
  /**
   * Sends one command, renews the lease, and returns what the generator measured since the exchange
   * before. Returns or throws within 200 ms, since the loop waits for it and must say itself that
   * it was held up; within 500 ms where neither this command nor the one before asks for power.
   *
   * @param command wanted output; the device falls to 0 W by itself when no command follows within
   *     its lease
   * @throws DeviceException if no valid reply came in time; the output is then unknown
   */
  RfReading exchange(RfCommand command) throws DeviceException;

  /**
   * Switches the output off for good: no command given later, or still under way, takes effect. May
   * be called from any thread, while an exchange hangs, and more than once.
   */
  @Override
  void close();
}
