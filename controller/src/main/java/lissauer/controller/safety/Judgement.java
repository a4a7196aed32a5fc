package lissauer.controller.safety;

import lissauer.hal.RfCommand;
import org.jspecify.annotations.Nullable;

/**
 * What the gate makes of one tick.
 *
 * @param allowed what goes to the generator: off whenever there is a trip
 * @param trip why RF is cut, or null
 */
public record Judgement(RfCommand allowed, @Nullable Trip trip, GateState state) {}
