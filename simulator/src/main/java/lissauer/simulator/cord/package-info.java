/** What lies where in a cross-section of the spinal cord: targets, neighbours, and the way in. */
@NullMarked
package lissauer.simulator.cord;

import org.jspecify.annotations.NullMarked;
