package io.agentctl.control.performance.regression;

import java.util.Arrays;

/**
 * How surprising a split must be before it is a change. All splits of all intervals of a series are looked at, so noise
 * shows surprises too, the greater the longer it is. From simulations of noise of each length, so that about three
 * series in a thousand show a change; {@code CriticalValuesCalibration} of the tests and {@code docs/decisions/0018}
 * say how.
 */
final class CriticalValues {

    private static final double[] LENGTHS = {
        10, 11, 12, 13, 14, 16, 18, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, 500, 1000, 2000, 4000
    };

    /** Of ranks, which hold for noise of every distribution. */
    private static final double[] OF_RANKS = {
        2.09, 2.21, 2.38, 2.53, 2.59, 2.69, 2.85, 3.00, 3.10, 3.15, 3.20, 3.25, 3.40, 3.60, 3.85, 4.05, 4.25, 4.50,
        4.90, 5.20, 5.60
    };

    /** Of levels. */
    private static final double[] OF_LEVELS = {
        3.60, 3.60, 3.60, 3.60, 3.60, 3.60, 3.60, 3.65, 3.70, 3.75, 3.90, 3.95, 4.15, 4.35, 4.70, 4.90, 5.10, 5.30,
        5.70, 6.00, 6.40
    };

    private CriticalValues() {}

    static double ofRanks(int length) {
        return interpolated(OF_RANKS, length);
    }

    static double ofLevels(int length) {
        return interpolated(OF_LEVELS, length);
    }

    /** Straight between lengths on a logarithmic scale, and on past the last. */
    private static double interpolated(double[] table, int length) {
        int found = Arrays.binarySearch(LENGTHS, length);
        int above = Math.clamp(found >= 0 ? found : -found - 1, 1, LENGTHS.length - 1);
        double share = Math.log(length / LENGTHS[above - 1]) / Math.log(LENGTHS[above] / LENGTHS[above - 1]);
        return table[above - 1] + share * (table[above] - table[above - 1]);
    }
}
