package lissauer.hal.console;

import java.util.function.Supplier;
import lissauer.hal.Rig;

/**
 * A rig that does not exist, and the truth about it.
 *
 * @param truth asks at the present time of the rig's clock; for the thread that runs the rig
 */
public record VirtualRig(Rig rig, Supplier<RigTruth> truth) {}
