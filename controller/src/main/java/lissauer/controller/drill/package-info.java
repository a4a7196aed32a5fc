/** Fault drills: hazards tried on many seeded rigs, and what the service made of each. */
@NullMarked
package lissauer.controller.drill;

import org.jspecify.annotations.NullMarked;
