package lissauer.hal;

/**
 * One conversion of the thermocouple in the tip, exactly as the front end gave it.
 *
 * <p>Not validated here on purpose: a broken sensor must be able to say so, and the safety gate
 * judges the raw value.
 *
 * @param sampledNanos when the conversion ended, on the rig's clock
 * @param tipCelsius hot junction; NaN when there is none
 * @param coldJunctionCelsius temperature at the connector; NaN when the device does not tell
 */
public record TemperatureSample(
    long sampledNanos, double tipCelsius, double coldJunctionCelsius, Quality quality) {}
