package io.agentctl.alarm.math;

import java.util.ArrayList;
import java.util.List;

/** Functions that choose between values, fill gaps, or pick series out of several. */
final class Choices {

    private static final String REPEAT = "REPEAT";
    private static final String LINEAR = "LINEAR";

    static final List<Function> ALL = List.of(
            new Function("IF", 2, 3, Choices::typeOfIf, Choices::choose),
            new Function("FILL", 2, 2, Choices::typeOfFill, Choices::fill),
            pick("FIRST", List::getFirst),
            pick("LAST", List::getLast),
            new Function(
                    "REMOVE_EMPTY",
                    1,
                    1,
                    types -> types.getFirst() == ValueType.SEVERAL ? ValueType.SEVERAL : null,
                    (arguments, times) -> new Value.Several(several(arguments).stream()
                            .filter(series -> series.present() > 0)
                            .toList())),
            new Function("SLICE", 2, 3, Choices::typeOfSlice, Choices::slice));

    private Choices() {}

    @FunctionalInterface
    private interface Pick {
        Value.Series of(List<Value.Series> series);
    }

    private static Function pick(String name, Pick pick) {
        return new Function(
                name,
                1,
                1,
                types -> types.getFirst() == ValueType.SEVERAL ? ValueType.SERIES : null,
                (arguments, times) -> several(arguments).isEmpty()
                        ? Operands.constant(Double.NaN, times.count())
                        : pick.of(several(arguments)));
    }

    private static List<Value.Series> several(List<Value> arguments) {
        return ((Value.Several) arguments.getFirst()).series();
    }

    private static ValueType typeOfIf(List<ValueType> types) {
        if (types.contains(ValueType.SEVERAL) || types.contains(ValueType.WORD)) {
            return null;
        }
        return types.contains(ValueType.SERIES) ? ValueType.SERIES : ValueType.NUMBER;
    }

    /** Where the condition has no data point there is none; without a third argument, none where it is false. */
    private static Value choose(List<Value> arguments, Times times) {
        Value condition = arguments.get(0);
        Value otherwise = arguments.size() > 2 ? arguments.get(2) : new Value.Scalar(Double.NaN);
        boolean numbers = arguments.stream().allMatch(Value.Scalar.class::isInstance);
        if (numbers) {
            return ((Value.Scalar) condition).number() != 0 ? arguments.get(1) : otherwise;
        }
        double[] asked = Operands.series(condition, times.count()).values();
        double[] yes = Operands.series(arguments.get(1), times.count()).values();
        double[] no = Operands.series(otherwise, times.count()).values();
        double[] result = new double[times.count()];
        for (int i = 0; i < result.length; i++) {
            if (Double.isNaN(asked[i])) {
                result[i] = Double.NaN;
            } else {
                result[i] = asked[i] != 0 ? yes[i] : no[i];
            }
        }
        return new Value.Series(result);
    }

    private static ValueType typeOfFill(List<ValueType> types) {
        boolean filled = types.get(0) == ValueType.SERIES || types.get(0) == ValueType.SEVERAL;
        return filled && types.get(1) != ValueType.SEVERAL ? types.get(0) : null;
    }

    private static Value fill(List<Value> arguments, Times times) {
        if (arguments.get(0) instanceof Value.Several several) {
            return new Value.Several(several.series().stream()
                    .map(series -> fill(series, arguments.get(1), times))
                    .toList());
        }
        return fill((Value.Series) arguments.get(0), arguments.get(1), times);
    }

    private static Value.Series fill(Value.Series series, Value filler, Times times) {
        double[] result = series.values().clone();
        if (filler instanceof Value.Word word) {
            int before = -1;
            for (int i = 0; i < result.length; i++) {
                if (Double.isNaN(series.values()[i])) {
                    continue;
                }
                if (before >= 0) {
                    bridge(result, before, i, word.text().equals(LINEAR));
                }
                before = i;
            }
            if (word.text().equals(REPEAT) && before >= 0) {
                for (int i = before + 1; i < result.length; i++) {
                    result[i] = result[before];
                }
            }
            return new Value.Series(result);
        }
        double[] values = Operands.series(filler, times.count()).values();
        for (int i = 0; i < result.length; i++) {
            if (Double.isNaN(result[i])) {
                result[i] = values[i];
            }
        }
        return new Value.Series(result);
    }

    private static void bridge(double[] values, int from, int to, boolean linear) {
        for (int i = from + 1; i < to; i++) {
            double share = linear ? (double) (i - from) / (to - from) : 0;
            values[i] = values[from] + share * (values[to] - values[from]);
        }
    }

    private static ValueType typeOfSlice(List<ValueType> types) {
        boolean numbers = types.stream().skip(1).allMatch(type -> type == ValueType.NUMBER);
        return types.getFirst() == ValueType.SEVERAL && numbers ? ValueType.SEVERAL : null;
    }

    private static Value slice(List<Value> arguments, Times times) {
        List<Value.Series> series = several(arguments);
        int from = index(arguments.get(1), series.size());
        int to = arguments.size() > 2 ? index(arguments.get(2), series.size()) : series.size();
        return new Value.Several(new ArrayList<>(series.subList(from, Math.max(from, to))));
    }

    private static int index(Value value, int size) {
        return Math.clamp((long) ((Value.Scalar) value).number(), 0, size);
    }
}
