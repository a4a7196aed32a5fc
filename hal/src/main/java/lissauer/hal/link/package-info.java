/** Bytes to and from a device, over a serial port or TCP, never waited for inside a tick. */
@NullMarked
package lissauer.hal.link;

import org.jspecify.annotations.NullMarked;
