package lissauer.simulator.fault;

import lissauer.hal.DeviceException;

/**
 * The way of commands to something that is driven: one that is stuck hears nothing, one that is
 * delayed hears it later.
 */
final class Drive<T> {
  private final BreakableBench bench;
  private final Channel<T> channel;
  private final String device;

  /** What carries a command out. */
  @FunctionalInterface
  interface Obey<T> {
    void to(T command) throws DeviceException;
  }

  Drive(BreakableBench bench, Channel<T> channel, String device) {
    this.bench = bench;
    this.channel = channel;
    this.device = device;
  }

  void give(T command, Obey<T> then) throws DeviceException {
    channel.requireAnswer(device);
    if (channel.present(what -> what instanceof Malfunction.Stuck)) {
      return;
    }
    double later = channel.delaySeconds();
    if (later == 0) {
      then.to(channel.pass(command));
    } else {
      bench.at(bench.nanos() + Math.round(later * 1e9), () -> late(command, then));
    }
  }

  /** Nobody waits any more for what it says. */
  private static <T> void late(T command, Obey<T> then) {
    try {
      then.to(command);
    } catch (DeviceException e) {
      throw new IllegalStateException("a simulated device always obeys", e);
    }
  }
}
