/** A rig of real devices, assembled from what its file says. */
@NullMarked
package lissauer.hal.lab;

import org.jspecify.annotations.NullMarked;
