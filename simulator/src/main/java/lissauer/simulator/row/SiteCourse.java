package lissauer.simulator.row;

import lissauer.hal.TipPosition;

/**
 * How one site went.
 *
 * @param startCelsius what the thermocouple reads before RF, warm from the sites before
 * @param startOhms impedance before RF
 * @param pauseSeconds from RF off until the tip moved on
 */
public record SiteCourse(
    TipPosition at,
    double startCelsius,
    double startOhms,
    double endOhms,
    double peakWatts,
    double endWatts,
    double energyJoules,
    double pauseSeconds) {}
