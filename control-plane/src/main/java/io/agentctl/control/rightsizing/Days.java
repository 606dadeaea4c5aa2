package io.agentctl.control.rightsizing;

import io.agentctl.control.metrics.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Values in blocks of 24 hours that end with the last one, each block sorted. Blocks that are mostly gaps are left out.
 */
final class Days {

    static final Duration DAY = Duration.ofDays(1);

    private static final double LEAST_PRESENT = 0.5;

    private final List<double[]> blocks;

    private Days(List<double[]> blocks) {
        this.blocks = blocks;
    }

    static Days of(double[] values, int size, int perDay) {
        List<double[]> blocks = new ArrayList<>();
        for (int from = size % perDay; from + perDay <= size; from += perDay) {
            double[] block = Demand.sorted(values, from, from + perDay);
            if (block.length >= LEAST_PRESENT * perDay) {
                blocks.add(block);
            }
        }
        return new Days(blocks);
    }

    int count() {
        return blocks.size();
    }

    /** The value of each day that a share of its values does not exceed. */
    double[] quantiles(double share) {
        double[] values = new double[blocks.size()];
        for (int day = 0; day < values.length; day++) {
            values[day] = Quantiles.of(blocks.get(day), share);
        }
        return values;
    }

    /** The largest of {@link #quantiles}, 0 if there is no day. */
    double worstQuantile(double share) {
        double worst = 0;
        for (double value : quantiles(share)) {
            worst = Math.max(worst, value);
        }
        return worst;
    }
}
