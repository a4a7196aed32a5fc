/** How tissue and tip answer to RF power. */
@NullMarked
package lissauer.simulator.tissue;

import org.jspecify.annotations.NullMarked;
