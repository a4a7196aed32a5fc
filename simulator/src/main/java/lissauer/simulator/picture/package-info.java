/** Pictures and files of what was simulated: one lesion, one row, and fields for ParaView. */
@NullMarked
package lissauer.simulator.picture;

import org.jspecify.annotations.NullMarked;
