/** Relay boards that are spoken to over a serial port. */
@NullMarked
package lissauer.hal.relay;

import org.jspecify.annotations.NullMarked;
