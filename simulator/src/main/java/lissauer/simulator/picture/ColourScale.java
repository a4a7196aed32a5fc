package lissauer.simulator.picture;

import java.awt.image.BufferedImage;

/** What colour a value has. */
final class ColourScale {
  private final ColourMap map;
  private final double lowest;
  private final double highest;

  ColourScale(ColourMap map, double lowest, double highest) {
    this.map = map;
    this.lowest = lowest;
    this.highest = highest;
  }

  double lowest() {
    return lowest;
  }

  double highest() {
    return highest;
  }

  int rgb(double value) {
    return map.rgb((value - lowest) / (highest - lowest));
  }

  /** All colours, the highest on top. */
  BufferedImage strip() {
    BufferedImage strip = new BufferedImage(1, 512, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < strip.getHeight(); y++) {
      strip.setRGB(0, y, map.rgb(1 - y / (strip.getHeight() - 1.0)));
    }
    return strip;
  }
}
