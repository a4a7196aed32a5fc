/** Emulated devices: each answers on a real wire as the real one would, on time of its own. */
@NullMarked
package lissauer.simulator.device;

import org.jspecify.annotations.NullMarked;
