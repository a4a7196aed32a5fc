package lissauer.simulator.picture;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes names on lines where they hide little: not on one another, and on few other lines. */
final class LineNames {
  private static final double WIDTH = 66;
  private static final double HEIGHT = 24;

  /** Names stand right of the electrode and low rather than high, where the shaft is not. */
  private static final double PREFERRED_RADIANS = Math.toRadians(-35);

  private final Panel panel;
  private final List<Point2D> points = new ArrayList<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

  LineNames(Panel panel, Collection<List<Line>> lines) {
    this.panel = panel;
    for (List<Line> some : lines) {
      some.forEach(line -> points.addAll(pixels(line)));
    }
  }

  /** Writes one name on one of these lines, or nowhere when there is no room. */
  void place(String name, List<Line> lines) {
    double least = Double.POSITIVE_INFINITY;
    Point2D best = null;
    Point2D middle = panel.pixel(0, 0);
    for (Line line : lines) {
      for (Point2D at : pixels(line)) {
        Rectangle2D box = box(at);
        boolean free =
            panel.area().contains(box)
                && box.getMinX() > middle.getX() + 30
                && taken.stream().noneMatch(other -> other.intersects(box));
        double cost = free ? cost(at, box, middle) : Double.POSITIVE_INFINITY;
        if (cost < least) {
          least = cost;
          best = at;
        }
      }
    }
    if (best != null) {
      taken.add(box(best));
      panel.label(name, best, Color.WHITE, new Color(0xa0000000, true));
    }
  }

  private double cost(Point2D at, Rectangle2D box, Point2D middle) {
    long hidden = points.stream().filter(box::contains).count();
    double angle = Math.atan2(middle.getY() - at.getY(), at.getX() - middle.getX());
    return hidden + 6 * Math.abs(angle - PREFERRED_RADIANS);
  }

  private List<Point2D> pixels(Line line) {
    List<Point2D> pixels = new ArrayList<>();
    for (int i = 0; i < line.points(); i++) {
      pixels.add(panel.pixel(line.columnMillimetres()[i], line.rowMillimetres()[i]));
    }
    return pixels;
  }

  private static Rectangle2D box(Point2D middle) {
    return new Rectangle2D.Double(
        middle.getX() - WIDTH / 2, middle.getY() - HEIGHT / 2, WIDTH, HEIGHT);
  }
}
