package io.agentctl.control.slo.report;

/** Whether more was spent than allowed. */
final class Verdicts {

    /** Sums of a million fractions are off by less than this share of themselves. */
    private static final double NOISE = 1e-9;

    private Verdicts() {}

    static boolean over(double spent, double allowed) {
        return spent > allowed * (1 + NOISE);
    }
}
