package io.agentctl.sandbox.workload;

/**
 * A log-normal distribution as some values with how often each occurs: finer towards its tail, where percentiles are
 * asked for. Nothing of it is random, so that a minute costs a few multiplications.
 */
final class Quantiles {
    /** Shares of the samples at which one value gives way to the next. */
    private static final double[] BOUNDS = {
        0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.49, 0.51, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.84,
        0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.9925, 0.995, 0.9975, 0.999, 1
    };

    private static final double[] SCORES = scores();
    /** The standard score of the 99th percentile. */
    private static final double SCORE_99 = 2.326_347_874;

    private Quantiles() {}

    /**
     * Gives the values of a minute.
     *
     * @param median half of them are below it
     * @param tail the 99th percentile in proportion to the median
     * @param count how many there are, a whole number
     */
    static void spread(double median, double tail, double count, SampleModel.Sink sink) {
        double logTail = Math.log(tail) / SCORE_99;
        double given = 0;
        for (int i = 0; i < SCORES.length && given < count; i++) {
            double until = Math.rint(count * BOUNDS[i + 1]);
            if (until > given) {
                sink.add(median * Math.exp(logTail * SCORES[i]), until - given);
                given = until;
            }
        }
    }

    private static double[] scores() {
        double[] scores = new double[BOUNDS.length - 1];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score((BOUNDS[i] + BOUNDS[i + 1]) / 2);
        }
        return scores;
    }

    /** The standard score of a share: Abramowitz and Stegun 1964, formula 26.2.23, off by 0.00045 at most. */
    private static double score(double share) {
        double tail = Math.min(share, 1 - share);
        double t = Math.sqrt(-2 * Math.log(tail));
        double score = t
                - (2.515517 + 0.802853 * t + 0.010328 * t * t)
                        / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
        return share < 0.5 ? -score : score;
    }
}
