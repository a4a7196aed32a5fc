/** Many virtual plants, the same for every control law that is tried on them, and what each did. */
@NullMarked
package lissauer.controller.campaign;

import org.jspecify.annotations.NullMarked;
