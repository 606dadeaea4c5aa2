package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.metrics.Series;

/**
 * How a meter was used; three series over the same periods, NaN where there was nothing to measure.
 *
 * @param consumed units in each period
 * @param provisioned units a second in force
 * @param throttled requests refused in each period
 */
record MeterUsage(Series consumed, Series provisioned, Series throttled) {

    MeterUsage {
        if (consumed.size() != provisioned.size() || consumed.size() != throttled.size()) {
            throw new IllegalArgumentException("series of different lengths");
        }
    }

    /** The first period in which anything was measured; the size if there is none. */
    int first() {
        int index = 0;
        while (index < consumed.size() && Double.isNaN(consumed.value(index)) && Double.isNaN(throttled.value(index))) {
            index++;
        }
        return index;
    }

    MeterUsage from(int index) {
        return new MeterUsage(
                consumed.slice(index, consumed.size()),
                provisioned.slice(index, provisioned.size()),
                throttled.slice(index, throttled.size()));
    }

    /** What was asked for: what was consumed, and for each request refused a unit, for its size is not measured. */
    Demand demand() {
        double[] asked = consumed.toArray();
        for (int i = 0; i < asked.length; i++) {
            asked[i] = known(asked[i]) + known(throttled.value(i));
        }
        return Demand.of(Series.of(consumed.start(), consumed.period(), asked));
    }

    double throttledRequests() {
        return sum(throttled);
    }

    double consumedUnits() {
        return sum(consumed);
    }

    private static double sum(Series series) {
        double sum = 0;
        for (int i = 0; i < series.size(); i++) {
            sum += known(series.value(i));
        }
        return sum;
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
