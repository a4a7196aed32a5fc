package lissauer.controller.loop;

import lissauer.controller.control.Ladder;
import lissauer.controller.plan.Plan;
import lissauer.controller.safety.Limits;
import lissauer.hal.Electrode;

/**
 * Everything that decides how a run behaves, fixed before it starts and written into its record, so
 * that a record replays without any other file.
 *
 * @param tickNanos time from tick to tick
 */
public record Protocol(
    Plan plan, Electrode electrode, Limits limits, Ladder ladder, long tickNanos) {}
