package io.agentctl.alarm.math;

import java.util.Arrays;

/** How operands of different kinds go together: a number with a series is that number at each time. */
final class Operands {

    private Operands() {}

    static Value apply(Operator operator, Value left, Value right, Times times) {
        if (left instanceof Value.Scalar first && right instanceof Value.Scalar second) {
            return new Value.Scalar(operator.apply(first.number(), second.number()));
        }
        if (left instanceof Value.Several several) {
            return new Value.Several(several.series().stream()
                    .map(series -> pointwise(operator, series, series(right, times.count())))
                    .toList());
        }
        if (right instanceof Value.Several several) {
            return new Value.Several(several.series().stream()
                    .map(series -> pointwise(operator, series(left, times.count()), series))
                    .toList());
        }
        return pointwise(operator, series(left, times.count()), series(right, times.count()));
    }

    /** A number as a series, or a series as it is. */
    static Value.Series series(Value value, int count) {
        return switch (value) {
            case Value.Series series -> series;
            case Value.Scalar scalar -> constant(scalar.number(), count);
            case Value.Several ignored -> throw new IllegalStateException("several series where one is needed");
            case Value.Word word -> throw new IllegalStateException(word.text() + " where a series is needed");
        };
    }

    static Value.Series constant(double number, int count) {
        double[] values = new double[count];
        Arrays.fill(values, number);
        return new Value.Series(values);
    }

    private static Value.Series pointwise(Operator operator, Value.Series left, Value.Series right) {
        double[] result = new double[left.values().length];
        for (int i = 0; i < result.length; i++) {
            result[i] = operator.apply(left.values()[i], right.values()[i]);
        }
        return new Value.Series(result);
    }
}
