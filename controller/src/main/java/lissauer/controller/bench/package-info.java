/** Measured claims: what {@code lissauer bench} prints, against limits. */
@NullMarked
package lissauer.controller.bench;

import org.jspecify.annotations.NullMarked;
