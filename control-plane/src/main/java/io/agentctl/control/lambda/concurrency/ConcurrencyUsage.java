package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.metrics.Series;

/**
 * How much of a function ran at once; three series over the same periods.
 *
 * @param peak the most invocations at once in each period; NaN where there was none
 * @param invocations how many ran in each
 * @param busyMillis how long all of them ran together
 */
record ConcurrencyUsage(Series peak, Series invocations, Series busyMillis) {

    ConcurrencyUsage {
        if (peak.size() != invocations.size() || peak.size() != busyMillis.size()) {
            throw new IllegalArgumentException("series of different lengths");
        }
    }

    int size() {
        return peak.size();
    }

    double invocations(int index) {
        return known(invocations.value(index));
    }

    double busyMillis(int index) {
        return known(busyMillis.value(index));
    }

    /** At least one where something ran. */
    int peak(int index) {
        return invocations(index) <= 0 ? 0 : Math.max(1, (int) Math.ceil(known(peak.value(index))));
    }

    /** The first period in which something ran; the size if there is none. */
    int first() {
        int index = 0;
        while (index < size() && invocations(index) <= 0) {
            index++;
        }
        return index;
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
