/** Serial ports of this computer: whether one is there, who may use it, and who does. */
@NullMarked
package lissauer.hal.port;

import org.jspecify.annotations.NullMarked;
