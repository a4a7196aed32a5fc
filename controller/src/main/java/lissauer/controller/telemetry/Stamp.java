package lissauer.controller.telemetry;

import java.time.Instant;

/**
 * When something was: on the rig's monotonic clock, which orders, and in UTC, which is a label.
 *
 * @param utc the wall clock when the row began plus what the rig's clock has run since; on a
 *     simulated rig at another speed than 1 it is simulated time
 */
record Stamp(long clockNanos, Instant utc) {}
