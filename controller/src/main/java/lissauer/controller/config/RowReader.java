package lissauer.controller.config;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.plan.Site;
import lissauer.hal.Electrode;
import lissauer.hal.TipPosition;
import lissauer.hal.settings.Settings;

/** Turns the {@code row:} of a plan into sites. */
final class RowReader {
  private static final int MOST_SITES = 500;

  private final Settings row;
  private final Electrode electrode;
  private final double spacingMillimetres;

  RowReader(Settings row, Electrode electrode, double spacingMillimetres) {
    this.row = row;
    this.electrode = electrode;
    this.spacingMillimetres = spacingMillimetres;
  }

  /**
   * The sites, in the order of treatment: along the row, and at each place from the deepest layer
   * up, so that the electrode is inserted once and withdrawn through tissue already treated.
   */
  List<Site> sites() {
    int places = places();
    List<Double> depths = depths();
    if (places * depths.size() > MOST_SITES) {
      row.problem(
          row.has("sites") ? "sites" : "target_millimetres",
          "makes "
              + places * depths.size()
              + " lesions; allowed are "
              + MOST_SITES
              + " in one row");
      return List.of(new Site(1, new TipPosition(0, depths.getFirst())));
    }
    List<Site> sites = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      for (double depth : depths) {
        sites.add(new Site(sites.size() + 1, new TipPosition(place * spacingMillimetres, depth)));
      }
    }
    return sites;
  }

  /** Given as a count, or as a target length with a margin beyond both of its ends. */
  private int places() {
    if (!row.has("target_millimetres")) {
      return (int) row.whole("sites", 1, MOST_SITES);
    }
    if (row.has("sites")) {
      row.problem("sites", "stands beside target_millimetres; give one of the two");
    }
    double target = row.number("target_millimetres", 0, 400);
    double extend = row.number("extend_millimetres", 0, 50, 0);
    return (int) Math.ceil((target + 2 * extend) / spacingMillimetres - 1e-9) + 1;
  }

  private List<Double> depths() {
    double tip = electrode.tipMillimetres();
    double depth = row.number("depth_millimetres", tip, Math.max(tip, 60), tip);
    double top = row.number("top_depth_millimetres", tip, depth, depth);
    return layers(depth, top);
  }

  /** Tip depths that together heat from the top layer's to the deepest, evenly, deepest first. */
  private List<Double> layers(double deepestMillimetres, double topMillimetres) {
    double span = deepestMillimetres - topMillimetres;
    int more = (int) Math.ceil(span / electrode.activeMillimetres() - 1e-9);
    List<Double> depths = new ArrayList<>();
    for (int i = 0; i <= more; i++) {
      double share = more == 0 ? 0 : (double) i / more;
      depths.add(deepestMillimetres - share * span);
    }
    return depths;
  }
}
