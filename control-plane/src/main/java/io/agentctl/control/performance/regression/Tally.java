package io.agentctl.control.performance.regression;

import java.util.Arrays;

/** Requests by how long they took. */
final class Tally {

    private final double[] millis;
    private final long[] counts;
    private final long failed;
    private final double seconds;

    /**
     * Counts requests; the arrays are not copied, of thousands that share the first.
     *
     * @param millis latencies, ascending
     * @param counts how many requests had each
     * @param failed how many count as errors
     * @param seconds over how long
     */
    Tally(double[] millis, long[] counts, long failed, double seconds) {
        this.millis = millis;
        this.counts = counts;
        this.failed = failed;
        this.seconds = seconds;
    }

    long requests() {
        return Arrays.stream(counts).sum();
    }

    /** The latency that a share of the requests does not exceed; 0 if there are none. */
    double quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * requests()));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return millis[i];
            }
        }
        return 0;
    }

    double errorShare() {
        long requests = requests();
        return requests == 0 ? 0 : (double) failed / requests;
    }

    /** Requests a second that went well. */
    double throughput() {
        return seconds == 0 ? 0 : Math.max(0, requests() - failed) / seconds;
    }

    /**
     * Cliff's delta: how much more often a request of the other is slower than one of this than the other way round,
     * from -1 to 1 (Cliff, "Dominance statistics", 1993).
     */
    double delta(Tally other) {
        double product = (double) requests() * other.requests();
        if (product == 0) {
            return 0;
        }
        double balance = 0;
        long below = 0;
        long total = requests();
        int i = 0;
        for (int j = 0; j < other.millis.length; j++) {
            while (i < millis.length && millis[i] < other.millis[j]) {
                below += counts[i++];
            }
            long equal = i < millis.length && millis[i] == other.millis[j] ? counts[i] : 0;
            balance += other.counts[j] * (double) (below - (total - below - equal));
        }
        return balance / product;
    }
}
