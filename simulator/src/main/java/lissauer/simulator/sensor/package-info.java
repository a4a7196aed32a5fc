/** What a thermocouple and its front end make of the true temperature of the tip. */
@NullMarked
package lissauer.simulator.sensor;

import org.jspecify.annotations.NullMarked;
