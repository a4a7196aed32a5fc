package lissauer.simulator.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lissauer.simulator.row.Criterion;
import lissauer.simulator.row.RegionDose;
import lissauer.simulator.row.RowAdvice;
import lissauer.simulator.row.RowCoverage;
import lissauer.simulator.row.SiteCourse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A predicted row as one JSON object; keys carry their units. */
final class CoverageJson {
  private CoverageJson() {}

  static String of(CoverageCase row, CoverageResult result, List<RowAdvice.Variant> variants) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("simulated", true);
    json.put("plan", row.plan());
    json.put("electrode", row.electrode().name());
    json.put("tissue", row.tissueName());
    json.put("target", row.target().description());
    json.put("sites", row.request().sites().size());
    json.put("spacing_mm", row.spacingMillimetres());
    json.put("row_s", result.forecast().seconds());
    json.put(
        "coverage", result.forecast().coverages().stream().map(CoverageJson::coverage).toList());
    json.put("regions", result.doses().stream().map(CoverageJson::dose).toList());
    json.put("site", result.forecast().courses().stream().map(CoverageJson::site).toList());
    json.put("variants", variants.stream().map(CoverageJson::variant).toList());
    Optional<RowAdvice.Variant> best =
        variants.isEmpty() ? Optional.empty() : RowAdvice.best(variants);
    json.put("advice", best.map(RowAdvice.Variant::change).orElse(null));
    return JsonMapper.shared().writeValueAsString(json);
  }

  private static Map<String, @Nullable Object> coverage(RowCoverage coverage) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("law", coverage.criterion().title());
    json.put("covered_percent", finite(100 * coverage.coveredShare()));
    json.put("waist_mm", coverage.waistMillimetres());
    List<Map<String, Double>> gaps = new ArrayList<>();
    coverage
        .gaps()
        .forEach(gap ->
            gaps.add(Map.of("from_mm", gap.fromMillimetres(), "to_mm", gap.toMillimetres())));
    json.put("gaps", gaps);
    json.put("volume_mm3", coverage.volumeCubicMillimetres());
    json.put("spill_mm3_per_mm", coverage.spillSquareMillimetres());
    return json;
  }

  private static Map<String, @Nullable Object> dose(RegionDose dose) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("region", dose.region().key());
    json.put("role", dose.region().role().name().toLowerCase(java.util.Locale.ROOT));
    json.put("area_mm2", dose.sectionSquareMillimetres());
    Map<String, Double> destroyed = new LinkedHashMap<>();
    for (int i = 0; i < Criterion.ALL.size(); i++) {
      destroyed.put(Criterion.ALL.get(i).title(), 100 * dose.destroyedShare().get(i));
    }
    json.put("destroyed_percent", destroyed);
    json.put("cem43_max_min", dose.highestMinutes());
    json.put("cem43_1min_percent", 100 * dose.warmedShare());
    return json;
  }

  private static Map<String, @Nullable Object> site(SiteCourse site) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("along_mm", site.at().alongMillimetres());
    json.put("depth_mm", site.at().depthMillimetres());
    json.put("start_celsius", site.startCelsius());
    json.put("start_ohm", site.startOhms());
    json.put("end_ohm", site.endOhms());
    json.put("peak_W", site.peakWatts());
    json.put("end_W", site.endWatts());
    json.put("energy_J", site.energyJoules());
    json.put("wait_s", site.pauseSeconds());
    return json;
  }

  private static Map<String, @Nullable Object> variant(RowAdvice.Variant variant) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("change", variant.change());
    json.putAll(coverage(variant.coverage()));
    return json;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
