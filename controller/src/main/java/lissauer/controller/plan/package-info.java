/**
 * What is to be done and how far it has got: plans, their sites and programs, and the sequencer.
 */
@NullMarked
package lissauer.controller.plan;

import org.jspecify.annotations.NullMarked;
