/**
 * A full 3-D solver of a row of lesions, to judge the run-time model by; nothing at run time uses
 * it.
 */
@NullMarked
package lissauer.simulator.cartesian;

import org.jspecify.annotations.NullMarked;
