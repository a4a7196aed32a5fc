package lissauer.simulator.cartesian;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of lesions solved in full 3-D, which drops nothing that superposing axisymmetric lesions
 * drops: steel is only where the electrode is, and tissue conducts as warm as it is. Too slow to
 * run with a service: it judges the model that does.
 *
 * @param medium the tissue
 * @param kinetics how it dies
 * @param program what is done at each site
 * @param fineness of grid and steps
 */
public record CartesianRow(Medium medium, Kinetics kinetics, Program program, Fineness fineness) {
  /**
   * Sites along x, the first at 0.
   *
   * @param spacingMillimetres from site to site
   * @param gapSeconds from RF off to the move, which takes no time, and the next RF on
   */
  public record Case(double spacingMillimetres, double gapSeconds, int sites) {
    /** Refuses sites whose shafts would overlap. */
    public Case {
      if (!(sites >= 1
          && gapSeconds >= 0
          && spacingMillimetres >= 0.75
          && spacingMillimetres <= 10)) {
        throw new IllegalArgumentException(
            "a row has sites 0.75 to 10 mm apart, was %d sites, %s mm, %s s"
                .formatted(sites, spacingMillimetres, gapSeconds));
      }
    }

    double siteMillimetres(int site) {
      return site * spacingMillimetres;
    }
  }

  /**
   * What happened at one site.
   *
   * @param startCelsius at the sensor before RF
   * @param startOhms before RF
   * @param endOhms at RF off
   * @param peakWatts largest power of a step
   * @param endWatts at RF off
   * @param deliveredJoules from RF on to RF off
   * @param movedJoules stored heat that the move to this site added, since cells kept their
   *     temperature and steel stores more than tissue and insulation less
   */
  public record Site(
      double startCelsius,
      double startOhms,
      double endOhms,
      double peakWatts,
      double endWatts,
      double deliveredJoules,
      double movedJoules) {}

  /**
   * A finished row.
   *
   * @param lesionCubicMillimetres volume of Ω ≥ 1, the track included
   * @param trackCubicMillimetres how much of it is where the electrode was, at any site
   * @param halfWidthMillimetres to the side, half way between the first and the last site, at the
   *     middle of the tip
   * @param imbalanceRatio of the worst step: missing heat over all heat that any cell took or gave
   * @param damage Ω everywhere
   */
  public record Result(
      List<Site> sites,
      double lesionCubicMillimetres,
      double trackCubicMillimetres,
      double halfWidthMillimetres,
      double imbalanceRatio,
      DamageMap damage) {}

  /** The reference's tissue and program, on a grid that takes a minute or two for four sites. */
  public static CartesianRow reference() {
    return new CartesianRow(
        Medium.cord(), Kinetics.liver(), Program.reference(), Fineness.standard());
  }

  /** Makes the row; the same to the last bit every time. */
  public Result solve(Case row) {
    Mesh mesh = Mesh.around(row.sites(), row.spacingMillimetres(), fineness);
    Lesion lesion = new Lesion(this, mesh);
    List<Site> sites = new ArrayList<>();
    for (int site = 0; site < row.sites(); site++) {
      sites.add(lesion.make(row.siteMillimetres(site)));
      lesion.cool(site + 1 < row.sites() ? row.gapSeconds() : program.coolSeconds());
    }
    DamageMap map = new DamageMap(mesh, lesion.omega(), row);
    return new Result(
        List.copyOf(sites),
        map.lesionCubicMillimetres(),
        map.trackCubicMillimetres(),
        map.halfWidthMillimetres(
            row.siteMillimetres(row.sites() - 1) / 2, Electrode.TIP_MILLIMETRES / 2),
        lesion.imbalanceRatio(),
        map);
  }
}
