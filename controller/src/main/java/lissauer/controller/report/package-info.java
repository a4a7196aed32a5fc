/** The page that a run leaves for people: plots, tables, lesion map, trips, provenance. */
@NullMarked
package lissauer.controller.report;

import org.jspecify.annotations.NullMarked;
