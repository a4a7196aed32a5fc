/**
 * An MQTT broker inside the process, on loopback, for those who have none; the only importer of
 * Artemis.
 */
@NullMarked
package lissauer.controller.broker;

import org.jspecify.annotations.NullMarked;
