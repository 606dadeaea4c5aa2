package io.agentctl.control.capacity.simulation;

/**
 * What would have been under a setting.
 *
 * @param setting the setting
 * @param usd what the units would have cost over the time simulated, in US dollars
 * @param demanded units that were asked for
 * @param throttled units of them that would have been refused
 * @param averageUnits units a second in force on average; 0 on demand
 * @param leastUnits the least in force; 0 on demand
 * @param mostUnits the most in force; 0 on demand
 */
public record Simulated(
        Setting setting,
        double usd,
        double demanded,
        double throttled,
        double averageUnits,
        int leastUnits,
        int mostUnits) {

    /** The share of what was asked for that would have been refused, 0 to 1. */
    public double throttledShare() {
        return demanded == 0 ? 0 : throttled / demanded;
    }
}
