package io.agentctl.control.performance.regression;

import java.util.Arrays;

/**
 * Whether the two parts of a split have different levels, given how values scatter and depend on their neighbours:
 * Student's test on values that are drawn in to three deviations, with the variance of means that neighbours with
 * something in common have.
 */
final class LevelTest {

    private LevelTest() {}

    /** How surprising the difference of the parts' levels is. */
    static double surprise(double[] values, Split split, double rho) {
        double[] residuals = residuals(values, split.from(), split.at(), split.to());
        double left = Robust.median(values, split.from(), split.at());
        double right = Robust.median(values, split.at(), split.to());
        double[] drawn = Robust.drawnIn(residuals);
        int before = split.before();
        int after = split.after();
        double leftMean = mean(drawn, 0, before);
        double rightMean = mean(drawn, before, drawn.length);
        double difference = right + rightMean - left - leftMean;
        double squares = squares(drawn, 0, before, leftMean) + squares(drawn, before, drawn.length, rightMean);
        double leftShare = Dependence.ofMean(before, rho);
        double rightShare = Dependence.ofMean(after, rho);
        double freedom = before * (1 - leftShare) + after * (1 - rightShare);
        double error = Math.sqrt(squares / freedom * (leftShare + rightShare));
        if (error == 0) {
            return difference == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Tails.student(difference / error, Math.max(1, freedom));
    }

    /** The dependence of an interval's values, once the levels of both parts are taken away. */
    static double dependence(double[] values, int from, int at, int to) {
        return Dependence.estimate(Robust.drawnIn(residuals(values, from, at, to)));
    }

    /**
     * Where a level ends and the other begins, if one does between two indexes: by least squares of drawn-in values.
     */
    static int place(double[] values, Split split, int shortestEnd) {
        double[] residuals = residuals(values, split.from(), split.at(), split.to());
        double left = Robust.median(values, split.from(), split.at());
        double right = Robust.median(values, split.at(), split.to());
        double[] drawn = Robust.drawnIn(residuals);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] += split.from() + i < split.at() ? left : right;
        }
        double all = Arrays.stream(drawn).sum();
        double sum = 0;
        double most = -1;
        int place = split.at();
        int shortestBegin = ChangeSearch.SHORTEST;
        for (int i = 1; i <= drawn.length - shortestEnd; i++) {
            sum += drawn[i - 1];
            double contrast = sum / i - (all - sum) / (drawn.length - i);
            double explained = contrast * contrast * i * (drawn.length - i);
            if (i >= shortestBegin && explained > most) {
                most = explained;
                place = split.from() + i;
            }
        }
        return place;
    }

    private static double[] residuals(double[] values, int from, int at, int to) {
        double left = Robust.median(values, from, at);
        double right = Robust.median(values, at, to);
        double[] residuals = new double[to - from];
        for (int i = from; i < to; i++) {
            residuals[i - from] = values[i] - (i < at ? left : right);
        }
        return residuals;
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    private static double squares(double[] values, int from, int to, double mean) {
        return Arrays.stream(values, from, to)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
