package lissauer.controller.loop;

import lissauer.controller.plan.Phase;
import lissauer.hal.RfCommand;
import lissauer.hal.TipPosition;

/**
 * What one tick decided.
 *
 * @param referenceCelsius where the tip should be now; NaN when no temperature is wanted
 * @param wantedWatts what the law asked for, before the gate
 * @param command what the gate allowed
 * @param relayClosed how the relay is driven
 * @param tipAt where the electrode belongs
 */
public record Decision(
    Phase phase,
    double referenceCelsius,
    double wantedWatts,
    RfCommand command,
    boolean relayClosed,
    TipPosition tipAt) {}
