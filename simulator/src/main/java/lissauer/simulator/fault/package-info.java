/** Scripted faults: what breaks where on a simulated rig, and when. */
@NullMarked
package lissauer.simulator.fault;

import org.jspecify.annotations.NullMarked;
