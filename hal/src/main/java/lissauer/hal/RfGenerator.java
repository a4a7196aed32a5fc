package lissauer.hal;

/** A source of RF power. Closing it switches the output off first. */
public interface RfGenerator extends AutoCloseable {
  /**
   * Sends one command, renews the lease, and returns what the generator measured since the exchange
   * before.
   *
   * @param command wanted output; the device falls to 0 W by itself when no command follows within
   *     its lease
   * @throws DeviceException if no valid reply came in time; the output is then unknown
   */
  RfReading exchange(RfCommand command) throws DeviceException;

  @Override
  void close();
}
