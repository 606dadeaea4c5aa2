package io.agentctl.control.rightsizing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values in blocks of 24 hours that end with the last one; what is left over at the beginning is a block of its own.
 * Every block is sorted once, and every part of the history that ends with a day reads its percentiles from them.
 */
final class Days {

    static final Duration DAY = Duration.ofDays(1);

    /** A block with fewer of its values is not taken for a day. */
    private static final double LEAST_PRESENT = 0.5;

    private final List<double[]> blocks;
    private final int perDay;

    private Days(List<double[]> blocks, int perDay) {
        this.blocks = blocks;
        this.perDay = perDay;
    }

    /**
     * Sorts values.
     *
     * @param values at least 0, NaN in gaps
     */
    static Days of(double[] values, int perDay) {
        List<double[]> blocks = new ArrayList<>();
        int until = values.length % perDay;
        for (int from = 0; from < values.length; from = until, until += perDay) {
            if (until > from) {
                blocks.add(sorted(values, from, until));
            }
        }
        return new Days(blocks, perDay);
    }

    /** The same without the last days, sharing what is sorted. */
    Days withoutLast(int days) {
        return new Days(blocks.subList(0, blocks.size() - days), perDay);
    }

    /** How many values there are. */
    int present() {
        int present = 0;
        for (double[] block : blocks) {
            present += block.length;
        }
        return present;
    }

    /** The largest value, for rank 0, and those below it; fewer than {@code rank} values make it 0. */
    double fromTop(int rank) {
        int[] taken = new int[blocks.size()];
        double value = 0;
        for (int place = 0; place <= rank; place++) {
            int best = -1;
            value = 0;
            for (int block = 0; block < taken.length; block++) {
                double[] sorted = blocks.get(block);
                int next = sorted.length - 1 - taken[block];
                if (next >= 0 && (best < 0 || sorted[next] > value)) {
                    best = block;
                    value = sorted[next];
                }
            }
            if (best < 0) {
                return 0;
            }
            taken[best]++;
        }
        return value;
    }

    /** The smallest value that at least a share of all values do not exceed; 0 if there is none. */
    double quantile(double share) {
        int present = present();
        if (present == 0) {
            return 0;
        }
        int rank = Math.clamp((int) Math.ceil(share * present), 1, present);
        // The bits of doubles from 0 are in the order of their values, so that halving them ends at a value exactly.
        long low = 0;
        long high = Double.doubleToRawLongBits(fromTop(0));
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (atMost(Double.longBitsToDouble(middle)) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Double.longBitsToDouble(low);
    }

    /** The quantile of each day, oldest first. */
    double[] quantiles(double share) {
        double[] quantiles = new double[blocks.size()];
        int days = 0;
        for (double[] block : blocks) {
            if (block.length >= LEAST_PRESENT * perDay) {
                int rank = (int) Math.ceil(share * block.length);
                quantiles[days] = block[Math.clamp(rank - 1, 0, block.length - 1)];
                days++;
            }
        }
        return Arrays.copyOf(quantiles, days);
    }

    /** The largest of {@link #quantiles}, 0 if there is no day. */
    double worstQuantile(double share) {
        double worst = 0;
        for (double value : quantiles(share)) {
            worst = Math.max(worst, value);
        }
        return worst;
    }

    private int atMost(double limit) {
        int count = 0;
        for (double[] block : blocks) {
            int low = 0;
            int high = block.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (block[middle] <= limit) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            count += low;
        }
        return count;
    }

    private static double[] sorted(double[] values, int from, int until) {
        double[] copy = Arrays.copyOfRange(values, from, until);
        Arrays.sort(copy);
        int present = copy.length;
        while (present > 0 && Double.isNaN(copy[present - 1])) {
            present--;
        }
        return Arrays.copyOf(copy, present);
    }
}
