package io.agentctl.control.rightsizing;

/**
 * Another choice and how it would have done on the usage that was measured.
 *
 * @param sizing the choice and its price
 * @param minutesOverBudget minutes a month with CPU above its budget
 * @param minutesThrottled minutes a month that wanted more CPU than there would be
 * @param fits true if the choice meets every bound that the advice meets
 */
public record Alternative(Sizing sizing, long minutesOverBudget, long minutesThrottled, boolean fits) {}
