package lissauer.simulator.device;

import lissauer.simulator.LiveBench;

/**
 * What emulated devices share: one tip in its tissue with everything around it, and one log.
 *
 * @param live ask it for what the device would sense and do; in there the clock is the bench's
 */
public record EmulatedBench(LiveBench live, DeviceLog log) {}
