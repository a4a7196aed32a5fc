/** Reads {@code config/}: YAML in, a checked {@code Protocol} out. */
@NullMarked
package lissauer.controller.config;

import org.jspecify.annotations.NullMarked;
