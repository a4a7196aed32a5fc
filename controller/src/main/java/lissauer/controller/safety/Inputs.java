package lissauer.controller.safety;

import lissauer.hal.DeviceFault;
import lissauer.hal.RfReading;
import lissauer.hal.RigSample;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one tick knows of the world before it decides.
 *
 * @param rf reply to the exchange of the tick before
 * @param fault the device that failed since then; the values above are then the last ones known
 * @param stop who asked for RF to stop since then
 * @param acknowledged name of the trip that an operator acknowledges in this tick
 */
public record Inputs(
    RigSample sample,
    RfReading rf,
    @Nullable DeviceFault fault,
    @Nullable StopSource stop,
    @Nullable String acknowledged) {}
