package lissauer.hal;

/** Everything one tick reads from a rig before it decides, apart from the generator's reading. */
public record RigSample(
    TemperatureSample temperature,
    boolean interlockClosed,
    boolean relayClosed,
    boolean footswitchPressed,
    boolean monitoringHold,
    PositionReading position) {}
