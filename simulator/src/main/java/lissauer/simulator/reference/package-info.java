/** Finite-element lesions that the full model is held against, by tests and on request. */
@NullMarked
package lissauer.simulator.reference;

import org.jspecify.annotations.NullMarked;
