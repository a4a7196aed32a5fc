/** What takes the tip to a site: a GRBL stage, or an operator who confirms. */
@NullMarked
package lissauer.hal.stage;

import org.jspecify.annotations.NullMarked;
