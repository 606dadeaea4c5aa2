package io.agentctl.control.rightsizing;

/** How many minutes an operator accepts above the CPU budget. None of them accepts a task that is too small. */
public enum RiskAppetite {
    LOW(0.001),
    MEDIUM(0.01),
    HIGH(0.05);

    private final double acceptedShare;

    RiskAppetite(double acceptedShare) {
        this.acceptedShare = acceptedShare;
    }

    /** The share of minutes, 0 to 1, that may be above the budget. */
    public double acceptedShare() {
        return acceptedShare;
    }
}
