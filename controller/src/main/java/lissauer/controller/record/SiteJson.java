package lissauer.controller.record;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.hal.TipPosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A site's result for JSON: units in the keys, null for what does not exist. */
public final class SiteJson {
  private SiteJson() {}

  /** The values in the order of {@link SiteResult}. */
  public static Map<String, @Nullable Object> of(SiteResult site) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("site", site.site());
    values.put("alongMillimetres", site.at().alongMillimetres());
    values.put("depthMillimetres", site.at().depthMillimetres());
    values.put("verdict", site.verdict().name());
    values.put("holdSeconds", site.holdSeconds());
    values.put("inBandFraction", finite(site.inBandFraction()));
    values.put("overshootKelvin", finite(site.overshootKelvin()));
    values.put("peakCelsius", finite(site.peakCelsius()));
    values.put("energyJoules", site.energyJoules());
    values.put("beforeOhms", finite(site.beforeOhms()));
    values.put("afterOhms", finite(site.afterOhms()));
    return values;
  }

  /** A result as {@link #of} has it. */
  static SiteResult read(JsonNode site) {
    return new SiteResult(
        site.required("site").intValue(),
        new TipPosition(number(site, "alongMillimetres"), number(site, "depthMillimetres")),
        SiteResult.Verdict.valueOf(site.required("verdict").stringValue()),
        number(site, "holdSeconds"),
        number(site, "inBandFraction"),
        number(site, "overshootKelvin"),
        number(site, "peakCelsius"),
        number(site, "energyJoules"),
        number(site, "beforeOhms"),
        number(site, "afterOhms"));
  }

  private static double number(JsonNode site, String key) {
    JsonNode value = site.required(key);
    return value.isNull() ? Double.NaN : value.doubleValue();
  }

  /** The value, or null where JSON has no number for it. */
  public static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
