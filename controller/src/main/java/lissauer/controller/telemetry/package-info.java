/** Tells the rest of the world over MQTT what a rig does; the only importer of Paho. */
@NullMarked
package lissauer.controller.telemetry;

import org.jspecify.annotations.NullMarked;
