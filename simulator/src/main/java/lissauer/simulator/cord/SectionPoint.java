package lissauer.simulator.cord;

/**
 * A place in the section, as {@link CordSection} measures it: from the dorsal surface at the
 * midline.
 *
 * @param lateralMillimetres towards the side that is operated on
 * @param ventralMillimetres away from the surgeon
 */
public record SectionPoint(double lateralMillimetres, double ventralMillimetres) {}
