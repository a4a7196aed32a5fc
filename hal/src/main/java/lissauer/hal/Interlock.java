package lissauer.hal;

/**
 * The chain of emergency-stop button, lid and cable contacts that must be whole before RF flows.
 */
public interface Interlock {
  /**
   * Whether every contact of the chain is closed; an input that cannot be read counts as open.
   *
   * @throws DeviceException if the device did not answer
   */
  boolean closed() throws DeviceException;
}
