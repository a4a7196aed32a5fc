/** How a part beside the service brings its own commands and benchmarks. */
@NullMarked
package lissauer.hal.console;

import org.jspecify.annotations.NullMarked;
