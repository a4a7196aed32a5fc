package lissauer.controller.telemetry;

import lissauer.controller.loop.Tick;

/**
 * One tick on its way to the samples.
 *
 * @param energyJoules given to the tissue since the row began, as the generator measured it
 */
record Sample(Tick tick, Stamp at, double energyJoules) {}
