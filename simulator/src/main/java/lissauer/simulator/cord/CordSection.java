package lissauer.simulator.cord;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lissauer.hal.settings.Settings;

/**
 * A cross-section of the cord at one level, which says of every place what lies there, so that heat
 * and damage can be counted as target reached or neighbour harmed.
 *
 * <p>Two axes in mm, from the dorsal surface at the midline. Lateral is towards the side that is
 * operated on; the other side is one region, {@code other_half}, and a picture may mirror this one.
 *
 * <pre>
 *                          surgeon
 *         other half          |     dorsolateral sulcus: entry of the electrode
 *   lateral &lt; 0  ______________0_________/______&gt; lateral
 *            . '              |       |/ Lissauer's tract
 *          .                  | post. \ \     ' .
 *        .                    |  fun.  / / apex: lamina I
 *       .                     |      / / II ... VI   .
 *       |                     |    / /  corticospinal |
 *       .                     |   ( ventral  )       .
 *         .                   |  (    grey   )     .
 *            ' .              |   '--------'   . '
 *                '  --  _     |  anterior  -- '
 *                             v ventral
 * </pre>
 *
 * <p>Shapes are ellipses, a straight horn and straight divides: a measured average, not a picture
 * of any one cord. There is no anterior fissure, no commissure and no central canal. Where shapes
 * overlap, the horn comes first, then the ventral grey, then Lissauer's tract; every place has one
 * region.
 */
public final class CordSection {
  private static final double MARGIN_MILLIMETRES = 1;

  private final String name;
  private final Anatomy anatomy;
  private final Map<Part, Region> regions;

  CordSection(String name, Anatomy anatomy, Map<Part, Region> regions) {
    this.name = name;
    this.anatomy = anatomy;
    this.regions = new EnumMap<>(regions);
  }

  /**
   * Reads a file of the folder {@code sections}; what is wrong in it is noted there, all at once.
   */
  public static CordSection from(Settings settings) {
    return new SectionReader(settings).read();
  }

  /** Name of the file it was read from. */
  public String name() {
    return name;
  }

  /** The one region at a place; outside the cord when a coordinate is NaN. */
  public Region regionAt(double lateralMillimetres, double ventralMillimetres) {
    return region(anatomy.partAt(lateralMillimetres, ventralMillimetres));
  }

  /** Every region that this section has, each once, from the pia inwards, outside last. */
  public List<Region> regions() {
    return List.copyOf(regions.values());
  }

  /** Where an electrode enters: the dorsolateral sulcus at the pia. */
  public SectionPoint entry() {
    return anatomy.entry();
  }

  /**
   * An electrode at the usual place.
   *
   * @param angleDegrees medial inclination; 25 to 45 in use
   * @param depthMillimetres of the tip's end, along the shaft
   */
  public ElectrodeFrame electrode(double angleDegrees, double depthMillimetres) {
    return new ElectrodeFrame(entry(), angleDegrees, depthMillimetres);
  }

  /** Area of the whole section. */
  public double areaSquareMillimetres() {
    Ellipse cord = anatomy.cord();
    return Math.PI / 4 * cord.transverseMillimetres() * cord.anteroposteriorMillimetres();
  }

  /**
   * The border of a region, within about 0.02 mm; that of the outside is a frame 1 mm beyond the
   * cord, with the cord as a hole.
   */
  public Outline outline(Region region) {
    Ellipse cord = anatomy.cord();
    double halfWidth = cord.transverseMillimetres() / 2 + MARGIN_MILLIMETRES;
    OutlineTracer tracer =
        new OutlineTracer(
            (lateral, ventral) -> region(anatomy.partAt(lateral, ventral)).equals(region),
            new SectionPoint(-halfWidth, -MARGIN_MILLIMETRES),
            new SectionPoint(halfWidth, cord.anteroposteriorMillimetres() + MARGIN_MILLIMETRES));
    return new Outline(region, tracer.rings());
  }

  private Region region(Part part) {
    Region region = regions.get(part);
    if (region == null) {
      throw new IllegalStateException("a section without " + part);
    }
    return region;
  }
}
