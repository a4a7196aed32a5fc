package lissauer.hal.scpi;

/**
 * How a function generator says that it is set.
 *
 * @param loadOhms for which it shows its amplitude; infinite for high impedance
 * @param ceiling most that it lets anybody set; null when it does not tell
 */
record GeneratorState(
    boolean outputOn,
    double loadOhms,
    boolean sine,
    double frequencyHertz,
    SineVoltage amplitude,
    double offsetDcVolts,
    @org.jspecify.annotations.Nullable SineVoltage ceiling) {}
