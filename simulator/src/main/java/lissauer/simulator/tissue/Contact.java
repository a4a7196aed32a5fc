package lissauer.simulator.tissue;

import lissauer.hal.settings.Settings;

/**
 * What the tip touches when it is not fully in tissue.
 *
 * @param surfaceMillimetres height above the tip's end at which tissue ends; infinite when the
 *     electrode is deep inside
 * @param above what lies above that surface
 * @param filmMillimetres thickness of a film between the bare tip and the tissue; 0 without one
 * @param film what the film is: fluid for a pool, air for a tip that lost contact
 * @param filmShare how much of the bare tip the film covers, from its upper end, 0 to 1
 */
public record Contact(
    double surfaceMillimetres,
    Material above,
    double filmMillimetres,
    Material film,
    double filmShare) {

  /** Tissue all around. */
  public static final Contact FULL =
      new Contact(Double.POSITIVE_INFINITY, Material.TISSUE, 0, Material.TISSUE, 0);

  boolean surfaced() {
    return Double.isFinite(surfaceMillimetres);
  }

  boolean filmed() {
    return filmMillimetres > 0;
  }

  /** What fills a place outside the electrode, at this distance from the tip's surface. */
  Material around(double outsideMillimetres, double height, double bareMillimetres) {
    if (height > surfaceMillimetres) {
      return above;
    }
    boolean covered =
        height > (1 - filmShare) * bareMillimetres
            && height < bareMillimetres
            && outsideMillimetres > 0;
    return covered && outsideMillimetres < filmMillimetres ? film : Material.TISSUE;
  }

  /** Reads the section {@code contact} of a tissue file; full contact where there is none. */
  public static Contact from(Settings tissue) {
    if (!tissue.has("contact")) {
      return FULL;
    }
    Settings section = tissue.section("contact");
    Contact contact =
        new Contact(
            section.number("surface_millimetres", -5, 60, Double.POSITIVE_INFINITY),
            material(section, "above"),
            section.number("film_millimetres", 0, 2, 0),
            material(section, "film"),
            section.number("film_share", 0, 1, 1));
    section.done();
    return contact;
  }

  private static Material material(Settings section, String key) {
    if (!section.has(key)) {
      return Material.FLUID;
    }
    String word = section.choice(key, java.util.List.of("fluid", "air", "tissue"));
    return switch (word) {
      case "air" -> Material.AIR;
      case "tissue" -> Material.TISSUE;
      default -> Material.FLUID;
    };
  }
}
