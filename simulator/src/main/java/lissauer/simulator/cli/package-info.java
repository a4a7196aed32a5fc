/** What the simulator brings to the command line. */
@NullMarked
package lissauer.simulator.cli;

import org.jspecify.annotations.NullMarked;
