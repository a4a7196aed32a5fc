/** What can be wrong with the computer under a rig, looked at before any heat. */
@NullMarked
package lissauer.controller.doctor;

import org.jspecify.annotations.NullMarked;
