package lissauer.hal.scpi;

import java.util.List;
import lissauer.hal.lab.LabBench;
import lissauer.hal.link.LinkSetup;
import lissauer.hal.settings.Settings;

/**
 * Which instrument shows voltage and current at the electrode, and how it is asked.
 *
 * @param prepare settings sent once
 * @param volts question for the voltage
 * @param voltsRatio volts at the electrode per volt shown
 * @param amps question for the voltage over the shunt
 * @param shuntOhms through which the electrode's current flows; 1 when amperes are shown
 * @param ampsUnit V over a shunt, A from a current probe
 */
record MeterSetup(
    LinkSetup link,
    String identity,
    List<String> prepare,
    ScpiQuery volts,
    double voltsRatio,
    ScpiQuery amps,
    double shuntOhms,
    String ampsUnit) {
  static MeterSetup from(Settings settings, LabBench bench) {
    boolean scope = settings.choice("kind", List.of("siglent-scope", "queries")).startsWith("s");
    LinkSetup link = LinkSetup.from(settings, bench, 115_200, 5025);
    String identity = settings.text("identity", scope ? "SDS" : "");
    Settings volts = settings.section("volts");
    Settings amps = settings.section("amps");
    ScpiQuery voltsQuery = query(volts, scope);
    ScpiQuery ampsQuery = query(amps, scope);
    double voltsRatio = volts.number("divider_ratio", 0.001, 10_000, 1);
    boolean shunt = amps.has("shunt_ohms");
    double shuntOhms = shunt ? amps.number("shunt_ohms", 0.01, 1000) : 1;
    volts.done();
    amps.done();
    settings.done();
    List<String> prepare =
        scope
            ? List.of("PACU RMS," + channel(voltsQuery), "PACU RMS," + channel(ampsQuery))
            : List.of();
    return new MeterSetup(
        link, identity, prepare, voltsQuery, voltsRatio, ampsQuery, shuntOhms, shunt ? "V" : "A");
  }

  private static ScpiQuery query(Settings settings, boolean scope) {
    if (!scope) {
      return ScpiQuery.plain(settings.text("query"));
    }
    String channel = "C" + settings.whole("channel", 1, 4);
    return new ScpiQuery(channel + ":PAVA? RMS", channel + ":PAVA");
  }

  private static String channel(ScpiQuery query) {
    return query.text().substring(0, 2);
  }
}
