/** A bench without hardware: devices that read and heat one simulated tip, on simulated time. */
@NullMarked
package lissauer.simulator;

import org.jspecify.annotations.NullMarked;
