/** Bytes to and from a serial port, for every driver that speaks over one. */
@NullMarked
package lissauer.hal.serial;

import org.jspecify.annotations.NullMarked;
