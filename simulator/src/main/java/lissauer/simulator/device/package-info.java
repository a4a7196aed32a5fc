/** Emulated devices that speak the real wire formats. */
@NullMarked
package lissauer.simulator.device;

import org.jspecify.annotations.NullMarked;
