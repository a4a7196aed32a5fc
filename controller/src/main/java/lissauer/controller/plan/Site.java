package lissauer.controller.plan;

import lissauer.hal.TipPosition;

/**
 * One place where one lesion is made.
 *
 * @param number from 1, in the order of treatment
 */
public record Site(int number, TipPosition at) {}
