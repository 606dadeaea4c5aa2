package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.metric.Comparison;
import java.util.Arrays;
import java.util.List;

/**
 * What kind of trouble an alarm looks for.
 *
 * @param purpose in words
 * @param comparison on which side trouble is
 * @param datapoints M
 * @param periods N
 * @param share of the pages that are borne, over 0 and up to 1
 */
record Shape(String purpose, Comparison comparison, int datapoints, int periods, double share) {

    /**
     * Those that are proposed together. What needs one point only is borne the most pages, for it has the least to go
     * by; that it looks at twelve has it stay in ALARM through a burst of peaks, and page once.
     */
    static final List<Shape> TOGETHER = List.of(
            new Shape("a peak", Comparison.GREATER_THAN, 1, 12, 0.5),
            new Shape("what lasts", Comparison.GREATER_THAN, 2, 3, 0.25),
            new Shape("what creeps", Comparison.GREATER_THAN, 12, 12, 0.125),
            new Shape("a drop", Comparison.LESS_THAN, 2, 3, 0.125));

    /** M of N of which single alarms are tried. */
    private static final int[][] SINGLE = {{1, 1}, {1, 12}, {2, 3}, {3, 5}, {3, 3}, {5, 5}, {12, 12}};

    /** Those that are tried alone, each with all the pages that are borne. */
    static List<Shape> alone(Comparison comparison) {
        return Arrays.stream(SINGLE)
                .map(of -> new Shape("anything", comparison, of[0], of[1], 1))
                .toList();
    }

    boolean above() {
        return comparison == Comparison.GREATER_THAN || comparison == Comparison.GREATER_OR_EQUAL;
    }
}
