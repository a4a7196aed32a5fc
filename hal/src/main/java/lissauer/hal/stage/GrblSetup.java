package lissauer.hal.stage;

import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.lab.LabBench;
import lissauer.hal.link.LinkSetup;
import lissauer.hal.settings.Settings;

/**
 * The section {@code positioner} of a rig file with {@code kind: grbl}.
 *
 * @param retractMillimetres how far above the surface the tip travels from site to site
 */
public record GrblSetup(
    LinkSetup link,
    GrblAxis along,
    GrblAxis depth,
    double retractMillimetres,
    double travelMillimetresPerSecond,
    double insertMillimetresPerSecond) {
  /** Reads the section and notes what is wrong. */
  public static GrblSetup from(Settings settings, LabBench bench) {
    GrblSetup setup =
        new GrblSetup(
            LinkSetup.from(settings, bench, 115_200, 0),
            GrblAxis.from(settings.section("along")),
            GrblAxis.from(settings.section("depth")),
            settings.number("retract_millimetres", 0.5, 100, 2),
            settings.number("travel_millimetres_per_second", 0.1, 100, 5),
            settings.number("insert_millimetres_per_second", 0.05, 20, 1));
    if (settings.sound() && setup.along.index() == setup.depth.index()) {
      settings.problem("depth", "has the same axis as along");
    }
    if (settings.sound() && !setup.depth.reaches(-setup.retractMillimetres)) {
      settings.problem(
          "retract_millimetres",
          "is out of reach; the axis of depth reaches " + setup.depth.range());
    }
    settings.done();
    return setup;
  }

  /** Opens the stage and homes it, which takes up to a minute. */
  public GrblStage open(RigClock clock) throws DeviceException {
    return GrblStage.open(this, clock, link.open("positioner"));
  }
}
