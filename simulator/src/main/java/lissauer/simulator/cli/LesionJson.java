package lissauer.simulator.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.simulator.tissue.Extents;
import lissauer.simulator.tissue.LesionRun.TracePoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A lesion as one JSON object for programs; null where something was not reached. */
final class LesionJson {
  private LesionJson() {}

  static String of(Lesion lesion) {
    Case simulated = lesion.simulated();
    TracePoint off = lesion.off();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("simulated", true);
    json.put("electrode", simulated.electrode().name());
    json.put("tissue", simulated.tissueName());
    json.put("protocol", simulated.treatment().json());
    json.put("changes", simulated.changes());
    json.put("resolution", simulated.finerRatio());
    json.put("R0_ohm", finite(lesion.coldOhms()));
    json.put("t_off_s", TraceCsv.rounded(off.seconds()));
    json.put("V_rms", finite(off.voltsRms()));
    json.put("I_A", finite(off.currentAmps()));
    json.put("P_W", finite(off.powerWatts()));
    json.put("Z_ohm", finite(off.impedanceOhms()));
    json.put("T_tc", finite(off.tipCelsius()));
    json.put("Tmax_tissue", finite(lesion.peakCelsius()));
    json.put("energy_J", finite(lesion.deliveredJoules()));
    json.put("imbalance", finite(lesion.imbalanceRatio()));
    json.put("cells", lesion.cells());
    json.put("steps", lesion.steps());
    Map<String, Object> extents = new LinkedHashMap<>();
    extents.put("on", extents(lesion.on()));
    extents.put("end", extents(lesion.end()));
    json.put("extents", extents);
    json.put("warnings", lesion.warnings());
    return JsonMapper.shared().writeValueAsString(json);
  }

  private static Map<String, Object> extents(Map<LesionEdge, Extents.Size> sizes) {
    Map<String, Object> all = new LinkedHashMap<>();
    sizes.forEach((edge, size) -> {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("r_mid_mm", finite(size.midRadiusMillimetres()));
      one.put("r_max_mm", finite(size.radiusMillimetres()));
      one.put("z_distal_mm", finite(size.depthMillimetres()));
      one.put("z_prox_mm", finite(size.heightMillimetres()));
      one.put("volume_mm3", finite(size.volumeCubicMillimetres()));
      all.put(edge.key(), one);
    });
    return all;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
