package io.agentctl.control.race;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How values are spread at every size: in the logarithm, each size has a place and a width of its own, and all share
 * the form. A few invocations at each of many sizes then tell where a 95th percentile is, which a few at one cannot.
 */
final class LogShape {

    /** What the common width counts for against a size's own, in invocations. */
    private static final double PRIOR_DEGREES = 10;

    /**
     * Values are drawn in to so many robust deviations before widths are computed, lest one outlier is all the width.
     */
    private static final double BAND = 3.5;

    /**
     * One size in the logarithm.
     *
     * @param centre the mean of values drawn in to the band
     * @param width their standard deviation, moderated
     * @param degrees of freedom of the width
     * @param count invocations
     */
    record Place(double centre, double width, double degrees, int count) {}

    private final Map<LambdaSize, Place> places;
    private final double[] form;

    /**
     * @param places where each size is, how wide, and how well that is known
     * @param form all sizes' values, less their place and over their width, ascending
     */
    private LogShape(Map<LambdaSize, Place> places, double[] form) {
        this.places = places;
        this.form = form;
    }

    Map<LambdaSize, Place> places() {
        return places;
    }

    /** How many values the common form rests on. */
    int formCount() {
        return form.length;
    }

    static LogShape of(Map<LambdaSize, double[]> values) {
        double half = BAND * LogNoise.of(values.values());
        Map<LambdaSize, double[]> drawnIn = new LinkedHashMap<>();
        values.forEach((size, own) -> {
            if (own.length > 0) {
                drawnIn.put(size, drawIn(own, half));
            }
        });
        double squares = sum(drawnIn.values(), LogShape::squares);
        double degrees = sum(drawnIn.values(), own -> own.length - 1);
        double common = degrees == 0 ? 0 : squares / degrees;
        double prior = Math.min(PRIOR_DEGREES, degrees);
        Map<LambdaSize, Place> places = new LinkedHashMap<>();
        drawnIn.forEach((size, own) -> {
            double known = Math.max(1, prior + own.length - 1);
            double width = Math.sqrt((prior * common + squares(own)) / known);
            places.put(size, new Place(mean(own), width, known, own.length));
        });
        return new LogShape(places, form(values, places));
    }

    /** The share of a size's values above a bound, by its place and the common form. */
    double above(Place place, double logBound) {
        double standard = place.width() == 0
                ? Math.signum(logBound - place.centre()) * Double.MAX_VALUE
                : (logBound - place.centre()) / place.width();
        int index = Arrays.binarySearch(form, standard);
        int first = index < 0 ? -index - 1 : index + 1;
        return (form.length - first) / (double) form.length;
    }

    private static double[] form(Map<LambdaSize, double[]> values, Map<LambdaSize, Place> places) {
        return values.entrySet().stream()
                .flatMapToDouble(entry -> {
                    Place place = places.get(entry.getKey());
                    return Arrays.stream(entry.getValue())
                            .map(value -> place.width() == 0 ? 0 : (Math.log(value) - place.centre()) / place.width());
                })
                .sorted()
                .toArray();
    }

    private static double[] drawIn(double[] own, double half) {
        double[] logs = Arrays.stream(own).map(Math::log).toArray();
        double median = LogNoise.median(logs);
        return Arrays.stream(logs)
                .map(value -> Math.clamp(value, median - half, median + half))
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }

    private static double sum(Collection<double[]> values, ToDoubleFunction<double[]> what) {
        return values.stream().mapToDouble(what).sum();
    }
}
