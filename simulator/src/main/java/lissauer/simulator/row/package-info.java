/** Rows of overlapping lesions, and what they cover. */
@NullMarked
package lissauer.simulator.row;

import org.jspecify.annotations.NullMarked;
