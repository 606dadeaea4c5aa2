package io.agentctl.control.performance.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The peer: E-divisive in overlapping windows with Student's test, as Fleming, Kołaczkowski and others describe it
 * ("Hunter: Using change point detection to hunt for performance regressions", ICPE 2023) and Apache Otava runs it by
 * default: windows of 50, candidates at p below 0.01, kept at p below 0.001.
 */
final class WindowedEDivisive {

    private static final int WINDOW = 50;
    private static final double WEAK = 0.01;
    private static final double STRONG = 0.001;

    private record Tested(int at, double probability) {}

    private WindowedEDivisive() {}

    /** The indexes at which it finds changes. */
    static List<Integer> changes(double[] values) {
        List<Integer> kept = new ArrayList<>(candidates(values));
        while (!kept.isEmpty()) {
            List<Tested> tested = new ArrayList<>();
            for (int i = 0; i < kept.size(); i++) {
                int from = i == 0 ? 0 : kept.get(i - 1);
                int to = i == kept.size() - 1 ? values.length : kept.get(i + 1);
                tested.add(new Tested(kept.get(i), probability(values, from, kept.get(i), to)));
            }
            Tested weakest = tested.stream()
                    .max(Comparator.comparingDouble(Tested::probability))
                    .orElseThrow();
            if (weakest.probability() < STRONG) {
                break;
            }
            kept.remove(Integer.valueOf(weakest.at()));
        }
        return kept;
    }

    private static List<Integer> candidates(double[] values) {
        int window = Math.min(WINDOW, values.length);
        List<Integer> found = new ArrayList<>();
        int start = 0;
        while (start < values.length) {
            int end = Math.min(start + window, values.length);
            List<Integer> within = divided(values, start, end);
            found.addAll(within);
            start = Math.max(within.isEmpty() ? 0 : within.getLast(), start + window / 2);
        }
        return found.stream().distinct().sorted().toList();
    }

    /** The hierarchy of splits of a window: always the best of all parts, until it is not significant. */
    private static List<Integer> divided(double[] values, int start, int end) {
        List<Integer> ends = new ArrayList<>(List.of(start, end));
        while (true) {
            int best = -1;
            double most = -1;
            for (int i = 0; i + 1 < ends.size(); i++) {
                for (int at = ends.get(i) + 1; at < ends.get(i + 1); at++) {
                    double divergence = divergence(values, ends.get(i), at, ends.get(i + 1));
                    if (divergence > most) {
                        most = divergence;
                        best = at;
                    }
                }
            }
            if (best < 0) {
                return ends.subList(1, ends.size() - 1);
            }
            int place = -Arrays.binarySearch(
                            ends.stream().mapToInt(Integer::intValue).toArray(), best)
                    - 1;
            if (probability(values, ends.get(place - 1), best, ends.get(place)) > WEAK) {
                return List.copyOf(ends.subList(1, ends.size() - 1));
            }
            ends.add(place, best);
        }
    }

    /** The energy distance of two parts, weighted (Matteson and James 2014, formula 5), with the exponent 1. */
    private static double divergence(double[] values, int from, int at, int to) {
        double n = at - from;
        double m = to - at;
        double between = 0;
        for (int i = from; i < at; i++) {
            for (int j = at; j < to; j++) {
                between += Math.abs(values[i] - values[j]);
            }
        }
        double within = n < 2 ? 0 : 2 * pairs(values, from, at) / (n * (n - 1));
        double other = m < 2 ? 0 : 2 * pairs(values, at, to) / (m * (m - 1));
        return n * m / (n + m) * (2 * between / (n * m) - within - other);
    }

    private static double pairs(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                sum += Math.abs(values[i] - values[j]);
            }
        }
        return sum;
    }

    private static double probability(double[] values, int from, int at, int to) {
        int n = at - from;
        int m = to - at;
        double left = Arrays.stream(values, from, at).average().orElseThrow();
        double right = Arrays.stream(values, at, to).average().orElseThrow();
        double squares = 0;
        for (int i = from; i < to; i++) {
            double residual = values[i] - (i < at ? left : right);
            squares += residual * residual;
        }
        if (n + m < 3) {
            return 1;
        }
        double error = Math.sqrt(squares / (n + m - 2) * (1.0 / n + 1.0 / m));
        return error == 0 ? (left == right ? 1 : 0) : Math.pow(10, -Tails.student((right - left) / error, n + m - 2));
    }
}
