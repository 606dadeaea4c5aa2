package io.agentctl.control.race;

/** The standard normal distribution. */
final class Normal {

    private Normal() {}

    static double density(double value) {
        return Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI);
    }

    /**
     * The probability of a value below; error under 7.5e-8 (Abramowitz and Stegun, "Handbook of Mathematical
     * Functions", 26.2.17).
     */
    static double below(double value) {
        double step = 1 / (1 + 0.2316419 * Math.abs(value));
        double tail = density(value)
                * step
                * (0.319381530
                        + step * (-0.356563782 + step * (1.781477937 + step * (-1.821255978 + step * 1.330274429))));
        return value > 0 ? 1 - tail : tail;
    }

    /** The value below which a share of 0.5 to below 1 lies, by halving. */
    static double quantile(double share) {
        double low = 0;
        double high = 10;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (below(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
