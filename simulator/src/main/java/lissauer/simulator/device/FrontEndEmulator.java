package lissauer.simulator.device;

import java.io.IOException;
import lissauer.hal.Caps;
import lissauer.hal.modbus.FrontEndCaps;
import lissauer.hal.modbus.FrontEndIdentity;
import lissauer.hal.modbus.FrontEndMap;
import lissauer.hal.settings.Settings;

/** Puts an emulated front end on a pseudo-terminal. */
public final class FrontEndEmulator implements Emulator {
  private static final int ALL_CAPABILITIES = 0xFF;

  @Override
  public String driver() {
    return "front-end";
  }

  @Override
  public EmulatedDevice start(String name, Settings section, EmulatedBench bench)
      throws IOException {
    return start(
        name,
        (int) section.whole("baud", 1, 4_000_000, 115_200),
        (int) section.whole("unit", 1, 247, 1),
        identity(),
        bench);
  }

  /** One whose line has this speed and that answers to this Modbus address. */
  static SerialDevice start(
      String name, int baud, int unit, FrontEndIdentity says, EmulatedBench bench)
      throws IOException {
    FrontEndFirmware firmware =
        bench
            .live()
            .ask(on ->
                new FrontEndFirmware(
                    new FrontEndBoard(
                        on,
                        says,
                        (nanos, event, details) ->
                            bench
                                .log()
                                .note(bench.live().startNanos() + nanos, name, event, details)),
                    unit,
                    on.clock()));
    return new SerialDevice(name, firmware, baud, bench);
  }

  /** What it says it is: a board that could do whatever caps can be, and no hardware. */
  public static FrontEndIdentity identity() {
    return new FrontEndIdentity(
        FrontEndMap.MAP_VERSION,
        "LS-1 emulated",
        "EMU-0001",
        "1.0.0",
        ALL_CAPABILITIES | FrontEndMap.EMULATION,
        FrontEndCaps.of(
            new Caps(
                Caps.MAX_WATTS,
                Caps.MAX_WATTS,
                Caps.MAX_VOLTS_RMS,
                Caps.MAX_AMPS_RMS,
                Caps.MAX_TIP_CELSIUS,
                Caps.MAX_RF_ON_SECONDS)),
        1000,
        200);
  }
}
