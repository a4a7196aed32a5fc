/** What a rig is made of: one small contract per device, and the plain records they exchange. */
@NullMarked
package lissauer.hal;

import org.jspecify.annotations.NullMarked;
