/** What each port promises, as suites that every driver and every emulator extends and passes. */
package lissauer.hal.contract;
