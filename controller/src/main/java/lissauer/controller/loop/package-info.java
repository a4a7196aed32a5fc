/** The tick: sample, decide, judge, command, tell the listeners. */
@NullMarked
package lissauer.controller.loop;

import org.jspecify.annotations.NullMarked;
