/** Thermocouple chips on SPI, and contacts, relay, heartbeat, pedal and lamps on GPIO, by Pi4J. */
@NullMarked
package lissauer.hal.gpio;

import org.jspecify.annotations.NullMarked;
