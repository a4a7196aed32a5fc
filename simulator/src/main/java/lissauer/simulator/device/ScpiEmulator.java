package lissauer.simulator.device;

import java.io.IOException;
import java.util.Map;
import lissauer.hal.settings.Settings;
import lissauer.simulator.AmplifiedPath;

/** Stands in for the two instruments of {@code driver: scpi} and the amplifier between. */
public final class ScpiEmulator implements Emulator {
  /** A quick instrument; older ones need ten times as long. */
  private static final double LINE_SECONDS = 0.001;

  private static final int BAUD = 115_200;
  private static final double ACQUISITION_SECONDS = 0.01;

  @Override
  public String driver() {
    return "scpi";
  }

  @Override
  public EmulatedDevice start(String name, Settings section, EmulatedBench bench)
      throws IOException {
    Settings meter = section.section("meter");
    Settings amplifier = section.section("amplifier");
    AmplifiedPath path =
        bench
            .live()
            .ask(on ->
                on.amplified(
                    amplifier.number("gain_ratio", 0.01, 1000, 1),
                    amplifier.number("source_ohms", 0, 10_000)));
    EmulatedDevice generator =
        WireSection.start(
            name, section, bench, device(name, generator(section, path), bench), BAUD);
    try {
      SiglentScope scope = bench.live().ask(on -> scope(meter, path, on));
      String meterName = name + "-meter";
      EmulatedDevice second =
          WireSection.start(meterName, meter, bench, device(meterName, scope, bench), BAUD);
      return new Pair(generator, second);
    } catch (IOException e) {
      generator.close();
      throw e;
    }
  }

  private static WireDevice device(String name, TextInstrument instrument, EmulatedBench bench) {
    return bench
        .live()
        .ask(on ->
            new LineWireDevice(on.clock(), instrument, LINE_SECONDS, WireSection.log(name, bench)));
  }

  private static TextInstrument generator(Settings section, AmplifiedPath path) {
    double loadOhms =
        section.isText("load_ohms")
            ? Double.POSITIVE_INFINITY
            : section.number("load_ohms", 50, 100_000);
    return section.text("dialect").equals("keysight")
        ? new KeysightGenerator(loadOhms, path::drive)
        : new SiglentGenerator(loadOhms, path::drive);
  }

  private static SiglentScope scope(
      Settings meter, AmplifiedPath path, lissauer.simulator.SimulatedBench on) {
    double divider = meter.section("volts").number("divider_ratio", 0.001, 10_000, 1);
    double shunt = meter.section("amps").number("shunt_ohms", 0.01, 1000, 1);
    return new SiglentScope(
        on.clock(),
        () -> path.voltsRms() / divider,
        () -> path.ampsRms() * shunt,
        on.meterNoise("scope"),
        ACQUISITION_SECONDS);
  }

  /** Two instruments that are one device of the rig; the first one gives it its name. */
  private record Pair(EmulatedDevice generator, EmulatedDevice meter) implements EmulatedDevice {
    @Override
    public String name() {
      return generator.name();
    }

    @Override
    public String endpoint() {
      return generator.endpoint();
    }

    @Override
    public Map<String, EmulatedDevice> parts() {
      return Map.of("meter", meter);
    }

    @Override
    public void close() {
      generator.close();
      meter.close();
    }
  }
}
