package lissauer.hal.modbus;

import java.io.IOException;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.SerialLink;

/** Whether a front end that does not answer would at another speed of the line. */
final class OtherSpeeds {
  private static final List<Integer> USUAL = List.of(115_200, 57_600, 230_400, 460_800, 921_600);

  private OtherSpeeds() {}

  /** What to change in the rig file; empty when nothing answers at any speed. Only reads. */
  static String whyNot(FrontEndSetup setup, RigClock clock) {
    if (answers(setup, clock)) {
      return "it answers now: a loose plug, or this computer was too busy; try again";
    }
    for (int baud : USUAL) {
      FrontEndSetup other = new FrontEndSetup(setup.path(), baud, setup.unit());
      if (baud != setup.baudHertz() && answers(other, clock)) {
        return "it answers at "
            + baud
            + " baud, the rig file says "
            + setup.baudHertz()
            + ": write baud: "
            + baud;
      }
    }
    return "";
  }

  private static boolean answers(FrontEndSetup setup, RigClock clock) {
    try (SerialLink link = new SerialLink(setup.path(), setup.baudHertz())) {
      RtuMaster master =
          new RtuMaster(
              FrontEnd.DEVICE, link, setup.unit(), clock, setup.answerNanos(), new BadFrames());
      // An answer that was late may have been meant for the speed before: only the second counts.
      for (int i = 0; i < 2; i++) {
        clock.sleepUntil(clock.nanos() + setup.answerNanos());
        FrontEndIdentity.from(
            FrontEnd.DEVICE, master.read(FrontEndMap.IDENTITY, FrontEndMap.IDENTITY_SIZE));
      }
      return true;
    } catch (NoAnswer | IOException | DeviceException silent) {
      return false;
    }
  }
}
