package io.agentctl.alarm.math;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Functions of the times of a series, in UTC. */
final class Clocks {

    static final List<Function> ALL = List.of(
            clock("MINUTE", LocalDateTime::getMinute),
            clock("HOUR", LocalDateTime::getHour),
            clock("DAY", time -> time.getDayOfWeek().getValue()),
            clock("DATE", LocalDateTime::getDayOfMonth),
            clock("MONTH", LocalDateTime::getMonthValue),
            clock("YEAR", LocalDateTime::getYear),
            clock("EPOCH", time -> time.toEpochSecond(ZoneOffset.UTC)),
            new Function(
                    "PERIOD",
                    1,
                    1,
                    types -> types.getFirst() == ValueType.SERIES ? ValueType.NUMBER : null,
                    (arguments, times) -> new Value.Scalar(times.periodSeconds())),
            new Function(
                    "TIME_SERIES",
                    1,
                    1,
                    types -> types.getFirst() == ValueType.NUMBER ? ValueType.SERIES : null,
                    (arguments, times) -> {
                        double[] values = new double[times.count()];
                        Arrays.fill(values, ((Value.Scalar) arguments.getFirst()).number());
                        return new Value.Series(values);
                    }));

    private Clocks() {}

    /** A value at each time where the series has one. */
    private static Function clock(String name, ToDoubleFunction<LocalDateTime> function) {
        return new Function(
                name,
                1,
                1,
                types -> types.getFirst() == ValueType.SERIES ? ValueType.SERIES : null,
                (arguments, times) -> {
                    double[] values = ((Value.Series) arguments.getFirst()).values();
                    double[] result = new double[values.length];
                    for (int i = 0; i < result.length; i++) {
                        result[i] = Double.isNaN(values[i])
                                ? Double.NaN
                                : function.applyAsDouble(LocalDateTime.ofInstant(
                                        Instant.ofEpochSecond(times.second(i)), ZoneOffset.UTC));
                    }
                    return new Value.Series(result);
                });
    }
}
