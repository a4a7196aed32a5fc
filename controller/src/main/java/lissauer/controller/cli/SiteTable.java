package lissauer.controller.cli;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lissauer.controller.record.SiteResult;

/** The results of a row, one line a site. */
final class SiteTable {
  private SiteTable() {}

  static List<String> of(List<SiteResult> sites) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "site   at mm  depth mm   hold s  in band  overshoot °C  peak °C  energy J  impedance Ω      verdict");
    for (SiteResult site : sites) {
      lines.add(
          RunText.say(
              "%4d  %6.1f  %8.1f  %7.2f  %7s  %12s  %7s  %8.2f  %5s → %-5s    %s",
              site.site(),
              site.at().alongMillimetres(),
              site.at().depthMillimetres(),
              site.holdSeconds(),
              percent(site.inBandFraction()),
              number("%+.2f", site.overshootKelvin()),
              number("%.2f", site.peakCelsius()),
              site.energyJoules(),
              number("%.0f", site.beforeOhms()),
              number("%.0f", site.afterOhms()),
              verdict(site)));
    }
    return lines;
  }

  static String brief(SiteResult site) {
    return RunText.say(
        "%s, in band %s, overshoot %s °C, %.2f J, %s → %s Ω",
        verdict(site),
        percent(site.inBandFraction()),
        number("%+.2f", site.overshootKelvin()),
        site.energyJoules(),
        number("%.0f", site.beforeOhms()),
        number("%.0f", site.afterOhms()));
  }

  private static String verdict(SiteResult site) {
    return site.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String percent(double fraction) {
    return number("%.1f %%", 100 * fraction);
  }

  @FormatMethod
  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : RunText.say(format, value);
  }
}
