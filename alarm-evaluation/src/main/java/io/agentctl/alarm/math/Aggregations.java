package io.agentctl.alarm.math;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Functions that make one number of a series, or one series of several. */
final class Aggregations {

    static final List<Function> ALL = List.of(
            over("AVG", values -> sum(values) / values.length),
            over("SUM", Aggregations::sum),
            over("MAX", values -> Arrays.stream(values).max().orElse(Double.NaN)),
            over("MIN", values -> Arrays.stream(values).min().orElse(Double.NaN)),
            over("STDDEV", Aggregations::standardDeviation),
            over("DATAPOINT_COUNT", values -> values.length),
            new Function(
                    "METRIC_COUNT",
                    1,
                    1,
                    types -> types.getFirst() == ValueType.SEVERAL ? ValueType.NUMBER : null,
                    (arguments, times) -> new Value.Scalar(
                            ((Value.Several) arguments.getFirst()).series().size())));

    private Aggregations() {}

    /** Over the data points of a series a number; over several series, at each time, a series. */
    private static Function over(String name, ToDoubleFunction<double[]> function) {
        return new Function(
                name,
                1,
                1,
                types -> switch (types.getFirst()) {
                    case SERIES -> ValueType.NUMBER;
                    case SEVERAL -> ValueType.SERIES;
                    case NUMBER, WORD -> null;
                },
                (arguments, times) -> switch (arguments.getFirst()) {
                    case Value.Series series -> new Value.Scalar(of(present(series.values()), function));
                    case Value.Several several -> across(several, times.count(), function);
                    case Value.Scalar scalar -> scalar;
                    case Value.Word ignored -> new Value.Scalar(Double.NaN);
                });
    }

    private static Value across(Value.Several several, int count, ToDoubleFunction<double[]> function) {
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            int time = i;
            result[i] = of(
                    present(several.series().stream()
                            .mapToDouble(series -> series.values()[time])
                            .toArray()),
                    function);
        }
        return new Value.Series(result);
    }

    private static double of(double[] present, ToDoubleFunction<double[]> function) {
        return present.length == 0 ? Double.NaN : function.applyAsDouble(present);
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double standardDeviation(double[] values) {
        double mean = sum(values) / values.length;
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / values.length);
    }
}
