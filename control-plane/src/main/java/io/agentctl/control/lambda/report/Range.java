package io.agentctl.control.lambda.report;

import io.agentctl.control.race.Interval;
import java.util.OptionalDouble;

/**
 * An estimate with the interval that holds it at the sweep's confidence.
 *
 * @param low its lower end
 * @param estimate the middle
 * @param high its upper end; absent while next to nothing is known
 */
public record Range(double low, double estimate, OptionalDouble high) {

    public Range {
        if (!(low <= estimate && estimate <= high.orElse(estimate))) {
            throw new IllegalArgumentException("not an interval: " + low + ", " + estimate + ", " + high);
        }
    }

    static Range of(Interval interval) {
        return new Range(
                interval.low(),
                interval.estimate(),
                Double.isInfinite(interval.high()) ? OptionalDouble.empty() : OptionalDouble.of(interval.high()));
    }
}
