package io.agentctl.control.rightsizing;

import io.agentctl.control.plan.Risk;

/**
 * How a size and a count would have done on what was measured.
 *
 * @param sizing with its price
 * @param minutesOverBudget minutes a month with CPU above its budget
 * @param minutesThrottled minutes a month that wanted more CPU than there would be
 * @param cpuPeak the highest average CPU, percent of what would be there; can be more than 100
 * @param memoryPeak the fullest task at its fullest, percent of what it would have; NaN where it was not measured
 * @param risk low if it meets what the appetite accepts, high if something would have been throttled or out of memory
 */
public record Tried(
        Sizing sizing, long minutesOverBudget, long minutesThrottled, double cpuPeak, double memoryPeak, Risk risk) {}
