package io.agentctl.control.performance.regression;

import java.util.ArrayList;
import java.util.List;

/**
 * Intervals of a series, of many lengths and each overlapping the next by half, so that around each change there is one
 * that holds it alone. No chance is involved (Kovács, Bühlmann, Li and Munk, "Seeded binary segmentation", Biometrika
 * 2023), and together they are about 2 n log n long.
 */
final class SeededIntervals {

    private static final double DECAY = Math.sqrt(0.5);

    /**
     * An interval of indexes.
     *
     * @param from its first
     * @param to the one after its last
     */
    record Interval(int from, int to) {

        int length() {
            return to - from;
        }

        boolean within(int first, int end) {
            return from >= first && to <= end;
        }
    }

    private SeededIntervals() {}

    /** Intervals of a series of a length, none shorter than {@code shortest}, the longest first. */
    static List<Interval> of(int length, int shortest) {
        List<Interval> intervals = new ArrayList<>();
        double size = length;
        int layer = 1;
        while (size >= shortest) {
            int count = 2 * (int) Math.ceil(Math.pow(1 / DECAY, layer - 1)) - 1;
            double shift = count == 1 ? 0 : (length - size) / (count - 1);
            for (int i = 0; i < count; i++) {
                int from = (int) Math.floor(i * shift);
                intervals.add(new Interval(from, Math.min(length, (int) Math.ceil(i * shift + size))));
            }
            size *= DECAY;
            layer++;
        }
        return intervals;
    }
}
