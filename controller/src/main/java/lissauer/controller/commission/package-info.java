/** The walk-through that a bench is shown to work by before its first row. */
@NullMarked
package lissauer.controller.commission;

import org.jspecify.annotations.NullMarked;
