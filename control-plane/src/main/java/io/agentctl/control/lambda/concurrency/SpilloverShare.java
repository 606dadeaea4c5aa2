package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.metrics.Series;
import java.util.OptionalDouble;

/** How many invocations found no ready environment free. */
final class SpilloverShare {

    private SpilloverShare() {}

    /** The share, 0 to 1, of all that could have met one; empty if there were none. */
    static OptionalDouble of(Series inReady, Series spilled) {
        double over = sum(spilled);
        double all = sum(inReady) + over;
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(over / all);
    }

    static double sum(Series series) {
        double sum = 0;
        for (double value : series.sorted()) {
            sum += value;
        }
        return sum;
    }
}
