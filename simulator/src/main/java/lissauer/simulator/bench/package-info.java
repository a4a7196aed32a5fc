/** Holds the models against references, published lesions and each other, and measures speed. */
@NullMarked
package lissauer.simulator.bench;

import org.jspecify.annotations.NullMarked;
