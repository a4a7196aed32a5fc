/**
 * Chips and contacts as a Raspberry Pi sees them, register by register, behind Pi4J's providers.
 */
@NullMarked
package lissauer.simulator.device.pi;

import org.jspecify.annotations.NullMarked;
