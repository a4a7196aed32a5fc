/** The command line: what a person types, sees and gets back; wiring and shutdown order. */
@NullMarked
package lissauer.controller.cli;

import org.jspecify.annotations.NullMarked;
