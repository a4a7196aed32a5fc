package lissauer.simulator.cord;

/**
 * A named part of the section, so that heat and damage can be reported in words an anatomist uses.
 *
 * @param key what files, journals and tables call it; never changes ({@code lamina_1})
 * @param name what a person reads
 */
public record Region(String key, String name, Role role) {}
