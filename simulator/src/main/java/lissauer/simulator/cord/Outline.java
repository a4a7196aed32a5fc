package lissauer.simulator.cord;

import java.util.List;

/**
 * The border of one region, for drawing: closed rings, of which those inside others are holes, so
 * that a picture fills them by the even-odd rule.
 *
 * @param rings each without its first point repeated at the end
 */
public record Outline(Region region, List<List<SectionPoint>> rings) {
  /** Keeps its own copy. */
  public Outline {
    rings = rings.stream().map(List::copyOf).toList();
  }

  /** Area within the rings, without the holes: they run the other way round. */
  public double areaSquareMillimetres() {
    double twice = 0;
    for (List<SectionPoint> ring : rings) {
      SectionPoint last = ring.getLast();
      for (SectionPoint next : ring) {
        twice +=
            last.lateralMillimetres() * next.ventralMillimetres()
                - next.lateralMillimetres() * last.ventralMillimetres();
        last = next;
      }
    }
    return twice / 2;
  }
}
