/** What stays of a run: the journal, its replay, and the result of each site. */
@NullMarked
package lissauer.controller.record;

import org.jspecify.annotations.NullMarked;
