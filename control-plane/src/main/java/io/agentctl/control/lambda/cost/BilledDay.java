package io.agentctl.control.lambda.cost;

import java.time.LocalDate;

/**
 * What a function was billed for a day.
 *
 * @param day UTC
 * @param function the tag's value; empty for what has no tag
 * @param usd US dollars, unblended
 */
record BilledDay(LocalDate day, String function, double usd) {}
