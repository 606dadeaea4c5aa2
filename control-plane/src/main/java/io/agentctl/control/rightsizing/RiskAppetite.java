package io.agentctl.control.rightsizing;

/**
 * How much an operator accepts for a lower price: minutes above the CPU budget, and bursts that are cut short. The
 * shares were chosen on synthetic series, see {@code docs/measurements.md}.
 */
public enum RiskAppetite {
    /** Half an hour a day above the budget; every burst that was seen fits. */
    LOW(0.02, 0.05, 0),
    /** A tenth of all minutes above the budget; one burst of ten minutes in a week may run at half speed. */
    MEDIUM(0.10, 0.25, 0.001),
    /** A quarter of all minutes above the budget; one burst of fifty minutes in a week may run at half speed. */
    HIGH(0.25, 0.50, 0.005);

    private final double acceptedShare;
    private final double acceptedShareOfDay;
    private final double burstShare;

    RiskAppetite(double acceptedShare, double acceptedShareOfDay, double burstShare) {
        this.acceptedShare = acceptedShare;
        this.acceptedShareOfDay = acceptedShareOfDay;
        this.burstShare = burstShare;
    }

    /** The share of all minutes, 0 to 1, that may be above the CPU budget. */
    public double acceptedShare() {
        return acceptedShare;
    }

    /** The share of the minutes of any one day that may be above it, so that a busy weekday is not averaged away. */
    public double acceptedShareOfDay() {
        return acceptedShareOfDay;
    }

    /** The share of minutes that one burst which did not come back may take and be cut short; see {@link Burst}. */
    public double burstShare() {
        return burstShare;
    }
}
