/** Control laws that others have published, written anew from their equations, to compare with. */
@NullMarked
package lissauer.controller.peer;

import org.jspecify.annotations.NullMarked;
