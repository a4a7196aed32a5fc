package lissauer.simulator.device;

import java.io.IOException;
import lissauer.hal.TipPosition;
import lissauer.hal.settings.Settings;

/** Stands in for a GRBL stage that carries the tip. */
public final class GrblEmulator implements Emulator {
  @Override
  public String driver() {
    return "grbl";
  }

  @Override
  public EmulatedDevice start(String name, Settings section, EmulatedBench bench)
      throws IOException {
    Axis along = Axis.from(section.section("along"));
    Axis depth = Axis.from(section.section("depth"));
    GrblMachine machine =
        bench
            .live()
            .ask(on ->
                new GrblMachine(
                    on.clock(),
                    stage -> {
                      double deep = depth.oursMillimetres(stage);
                      if (deep >= 0) {
                        on.tip().place(new TipPosition(along.oursMillimetres(stage), deep));
                      }
                    },
                    WireSection.log(name, bench)));
    return WireSection.start(name, section, bench, machine, 115_200);
  }

  private record Axis(int index, double zeroMillimetres, double senseRatio) {
    static Axis from(Settings section) {
      return new Axis(
          "XYZ".indexOf(section.text("axis")),
          section.number("zero_millimetres", -2000, 2000),
          section.text("counts", "up").equals("down") ? -1 : 1);
    }

    double oursMillimetres(GrblMachine stage) {
      return senseRatio * (stage.machineMillimetres(index) - zeroMillimetres);
    }
  }
}
