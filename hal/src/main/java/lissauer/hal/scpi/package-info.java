/** A function generator with an amplifier, and what meters its output, spoken to in SCPI. */
@NullMarked
package lissauer.hal.scpi;

import org.jspecify.annotations.NullMarked;
