/** Records as tables for other tools: CSV and Parquet, with units in the names of the columns. */
@NullMarked
package lissauer.controller.export;

import org.jspecify.annotations.NullMarked;
