/**
 * Typed reading of the files in {@code config/}: every value is checked, every error says where.
 */
@NullMarked
package lissauer.hal.settings;

import org.jspecify.annotations.NullMarked;
