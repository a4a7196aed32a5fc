/** Control laws: pure functions from state and measurement to state and power. */
@NullMarked
package lissauer.controller.control;

import org.jspecify.annotations.NullMarked;
