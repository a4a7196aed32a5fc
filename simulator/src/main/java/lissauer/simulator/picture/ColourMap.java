package lissauer.simulator.picture;

/**
 * Colours whose steps look equally large: viridis and inferno of S. van der Walt, N. Smith and E.
 * Firing (2015, CC0), every 15th of their 256 colours, straight lines between; no channel is off by
 * more than 6 of 255.
 */
enum ColourMap {
  VIRIDIS(
      0x440154, 0x481769, 0x472a7a, 0x433d84, 0x3d4e8a, 0x355e8d, 0x2e6d8e, 0x297b8e, 0x23898e,
      0x1f978b, 0x21a585, 0x2eb37c, 0x46c06f, 0x65cb5e, 0x89d548, 0xb0dd2f, 0xd8e219, 0xfde725),
  INFERNO(
      0x000004, 0x0a0722, 0x1e0c45, 0x380962, 0x510e6c, 0x69166e, 0x801f6c, 0x982766, 0xb0315b,
      0xc63d4d, 0xd94d3d, 0xe9612b, 0xf47918, 0xfa9407, 0xfcb014, 0xf8cd37, 0xf2ea69, 0xfcffa4);

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes it
  private final int[] points;

  ColourMap(int... points) {
    this.points = points;
  }

  /**
   * The colour at a place on the map, as 0xRRGGBB.
   *
   * @param fraction from 0 to 1; beyond, the nearest end
   */
  int rgb(double fraction) {
    double place = Math.clamp(fraction, 0.0, 1.0) * (points.length - 1);
    int below = Math.min((int) place, points.length - 2);
    double share = place - below;
    return channel(below, 16, share) | channel(below, 8, share) | channel(below, 0, share);
  }

  private int channel(int below, int shift, double share) {
    int from = points[below] >> shift & 0xff;
    int to = points[below + 1] >> shift & 0xff;
    return (int) Math.round(from + share * (to - from)) << shift;
  }
}
