/** The reference front end over Modbus RTU; docs/devices/front-end.md is its register map. */
@NullMarked
package lissauer.hal.modbus;

import org.jspecify.annotations.NullMarked;
