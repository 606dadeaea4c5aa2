package io.agentctl.alarm.math;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Functions that change a series point by point, or by what stands before a point. */
final class Shapes {

    static final List<Function> ALL = List.of(
            pointwise("ABS", Math::abs),
            pointwise("CEIL", Math::ceil),
            pointwise("FLOOR", Math::floor),
            pointwise("LOG", Math::log),
            pointwise("LOG10", Math::log10),
            bySteps("DIFF", (before, value, seconds) -> value - before),
            bySteps("DIFF_TIME", (before, value, seconds) -> seconds),
            bySteps("RATE", (before, value, seconds) -> (value - before) / seconds),
            new Function(
                    "RUNNING_SUM",
                    1,
                    1,
                    Shapes::seriesOrSeveral,
                    (arguments, times) -> each(arguments.getFirst(), Shapes::runningSum)));

    private Shapes() {}

    /** What a point comes to, given the point before it and the seconds between them. */
    @FunctionalInterface
    private interface Step {
        double of(double before, double value, double seconds);
    }

    @FunctionalInterface
    private interface Change {
        Value.Series of(Value.Series series);
    }

    private static Function pointwise(String name, DoubleUnaryOperator function) {
        return new Function(
                name,
                1,
                1,
                types -> types.getFirst() == ValueType.WORD ? null : types.getFirst(),
                (arguments, times) -> {
                    if (arguments.getFirst() instanceof Value.Scalar scalar) {
                        return new Value.Scalar(function.applyAsDouble(scalar.number()));
                    }
                    return each(arguments.getFirst(), series -> series.map(function));
                });
    }

    private static Function bySteps(String name, Step step) {
        return new Function(
                name,
                1,
                1,
                Shapes::seriesOrSeveral,
                (arguments, times) -> each(arguments.getFirst(), series -> steps(series, step, times)));
    }

    private static ValueType seriesOrSeveral(List<ValueType> types) {
        return switch (types.getFirst()) {
            case SERIES -> ValueType.SERIES;
            case SEVERAL -> ValueType.SEVERAL;
            case NUMBER, WORD -> null;
        };
    }

    private static Value each(Value value, Change change) {
        return switch (value) {
            case Value.Series series -> change.of(series);
            case Value.Several several ->
                new Value.Several(several.series().stream().map(change::of).toList());
            case Value.Scalar scalar -> scalar;
            case Value.Word word -> word;
        };
    }

    private static Value.Series steps(Value.Series series, Step step, Times times) {
        double[] result = new double[series.values().length];
        int before = -1;
        for (int i = 0; i < result.length; i++) {
            double value = series.values()[i];
            result[i] = Double.NaN;
            if (!Double.isNaN(value)) {
                if (before >= 0) {
                    result[i] = step.of(series.values()[before], value, (double) (i - before) * times.periodSeconds());
                }
                before = i;
            }
        }
        return new Value.Series(result);
    }

    private static Value.Series runningSum(Value.Series series) {
        double[] total = new double[1];
        return series.map(value -> {
            total[0] += value;
            return total[0];
        });
    }
}
