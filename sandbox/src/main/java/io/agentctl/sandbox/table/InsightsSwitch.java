package io.agentctl.sandbox.table;

import java.time.Instant;

/**
 * Whether Contributor Insights of a table or an index are on.
 *
 * @param enabled whether they are
 * @param at since when
 */
record InsightsSwitch(boolean enabled, Instant at) {}
