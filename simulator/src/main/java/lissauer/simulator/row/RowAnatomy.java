package lissauer.simulator.row;

import java.util.List;
import lissauer.simulator.cord.CordSection;
import lissauer.simulator.cord.ElectrodeFrame;
import lissauer.simulator.cord.Region;
import lissauer.simulator.cord.Role;
import lissauer.simulator.cord.SectionPoint;

/** What lies where in the plane across a row: what is to be destroyed and what is to be spared. */
public interface RowAnatomy {
  /** All regions, targets first. */
  List<Region> regions();

  /**
   * The region of a place.
   *
   * @param acrossMillimetres from the electrode's axis, medial positive
   * @param depthMillimetres along the electrode, from where it enters
   */
  Region at(double acrossMillimetres, double depthMillimetres);

  /** One line for people. */
  String description();

  /**
   * A box along the tip: 0.75 mm to either side, from the upper edge of the bare tip to its end.
   */
  record Box(double halfWidthMillimetres, double topMillimetres, double bottomMillimetres)
      implements RowAnatomy {
    private static final Region TARGET = new Region("target", "target box", Role.TARGET);
    private static final Region AROUND = new Region("around", "around the box", Role.NEIGHBOUR);

    @Override
    public List<Region> regions() {
      return List.of(TARGET, AROUND);
    }

    @Override
    public Region at(double acrossMillimetres, double depthMillimetres) {
      boolean inside =
          Math.abs(acrossMillimetres) <= halfWidthMillimetres
              && depthMillimetres >= topMillimetres
              && depthMillimetres <= bottomMillimetres;
      return inside ? TARGET : AROUND;
    }

    @Override
    public String description() {
      return "target: box "
          + 2 * halfWidthMillimetres
          + " mm wide, "
          + topMillimetres
          + " to "
          + bottomMillimetres
          + " mm deep";
    }
  }

  /**
   * A cross-section of the cord that the electrode enters at an angle.
   *
   * @param deepestMillimetres depth of the electrode's end, from which its frame counts
   */
  record Section(CordSection section, ElectrodeFrame frame, double deepestMillimetres)
      implements RowAnatomy {
    /** The section as an electrode at an angle meets it. */
    public static Section of(CordSection section, double angleDegrees, double deepestMillimetres) {
      return new Section(
          section, section.electrode(angleDegrees, deepestMillimetres), deepestMillimetres);
    }

    @Override
    public List<Region> regions() {
      return section.regions().stream()
          .sorted((one, two) -> one.role().compareTo(two.role()))
          .toList();
    }

    @Override
    public Region at(double acrossMillimetres, double depthMillimetres) {
      SectionPoint point =
          frame.toSection(acrossMillimetres, deepestMillimetres - depthMillimetres);
      return section.regionAt(point.lateralMillimetres(), point.ventralMillimetres());
    }

    @Override
    public String description() {
      return "target: " + section.name() + ", electrode " + frame.angleDegrees() + "° medial";
    }
  }
}
