package io.agentctl.control.rightsizing;

/**
 * How full a task may be.
 *
 * @param cpuPercent CPU that may be in use for all but the accepted minutes, above 0 and up to 100
 * @param memoryPercent memory that may be in use, above 0 and up to 100
 */
public record Budgets(double cpuPercent, double memoryPercent) {

    /** The runtime's own budgets: 70 % CPU and 80 % memory. */
    public static final Budgets DEFAULT = new Budgets(70, 80);

    public Budgets {
        if (!(cpuPercent > 0 && cpuPercent <= 100 && memoryPercent > 0 && memoryPercent <= 100)) {
            throw new IllegalArgumentException(
                    "budgets are above 0 and up to 100 %, not " + cpuPercent + " and " + memoryPercent);
        }
    }
}
