package lissauer.hal.stage;

import java.util.List;
import java.util.Locale;
import lissauer.hal.DeviceException;
import lissauer.hal.settings.Settings;

/**
 * How one direction of ours lies along an axis of the machine.
 *
 * @param index 0 for X, 1 for Y, 2 for Z
 * @param zeroMillimetres machine position of our zero
 * @param sense 1, or -1 when the axis counts the other way
 * @param leastMillimetres lowest machine position that is ever asked for
 */
public record GrblAxis(
    int index, double zeroMillimetres, int sense, double leastMillimetres, double mostMillimetres) {
  private static final List<String> NAMES = List.of("X", "Y", "Z");
  private static final double FAR = 2000;

  static GrblAxis from(Settings settings) {
    int index = Math.max(0, NAMES.indexOf(settings.choice("axis", NAMES)));
    String counts = settings.has("counts") ? settings.choice("counts", List.of("up", "down")) : "";
    double least = settings.number("least_millimetres", -FAR, FAR);
    double most = settings.number("most_millimetres", least, FAR);
    GrblAxis axis =
        new GrblAxis(
            index,
            settings.number("zero_millimetres", least, Math.max(least, most)),
            counts.equals("down") ? -1 : 1,
            least,
            most);
    settings.done();
    return axis;
  }

  String name() {
    return NAMES.get(index);
  }

  double machineMillimetres(double oursMillimetres) {
    return zeroMillimetres + sense * oursMillimetres;
  }

  double oursMillimetres(double machineMillimetres) {
    return sense * (machineMillimetres - zeroMillimetres) + 0.0; // never -0
  }

  boolean reaches(double oursMillimetres) {
    double machine = machineMillimetres(oursMillimetres);
    return machine >= leastMillimetres && machine <= mostMillimetres;
  }

  /** G-code word for a position of ours. */
  String word(double oursMillimetres) {
    return String.format(Locale.ROOT, "%s%.3f", name(), machineMillimetres(oursMillimetres));
  }

  /** Refuses a position of ours that the stage may not go to. */
  void require(double wantedMillimetres, String where) throws DeviceException {
    if (!reaches(wantedMillimetres)) {
      throw new DeviceException(
          "positioner",
          String.format(
              Locale.ROOT,
              "%.2f mm %s is out of reach; allowed %s",
              wantedMillimetres,
              where,
              range()));
    }
  }

  /** What of ours it reaches, for a message. */
  String range() {
    double one = oursMillimetres(leastMillimetres);
    double other = oursMillimetres(mostMillimetres);
    return String.format(
        Locale.ROOT, "%.2f to %.2f mm", Math.min(one, other), Math.max(one, other));
  }
}
