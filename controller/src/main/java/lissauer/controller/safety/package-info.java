/** What may never happen: limits, the gate that judges every tick on raw values, and its trips. */
@NullMarked
package lissauer.controller.safety;

import org.jspecify.annotations.NullMarked;
