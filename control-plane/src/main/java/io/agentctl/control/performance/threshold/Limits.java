package io.agentctl.control.performance.threshold;

import java.util.OptionalDouble;

/** Which units a figure is compared in. */
final class Limits {

    private static final double MICROS = 1e-3;
    private static final double SECONDS = 1e3;
    private static final double HUNDRED = 100;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private Limits() {}

    /** A limit in the unit that the figure is measured in; nothing if it is of another kind. */
    static OptionalDouble value(Figure figure, double number, String unit) {
        return switch (figure) {
            case Figure.Percentile ignored -> millis(number, unit);
            case Figure.Latency ignored -> millis(number, unit);
            case Figure.Errors errors -> share(errors.share(), number, unit);
            case Figure.Status status -> share(status.share(), number, unit);
            case Figure.Rate ignored -> perSecond(number, unit);
        };
    }

    /** What a figure is compared with, for messages. */
    static String expected(Figure figure) {
        return switch (figure) {
            case Figure.Percentile ignored -> "a time such as 500ms or 2s";
            case Figure.Latency ignored -> "a time such as 500ms or 2s";
            case Figure.Errors ignored -> "a share up to 100% or a number, such as 1% or 10";
            case Figure.Status ignored -> "a share up to 100% or a number, such as 1% or 10";
            case Figure.Rate ignored -> "a rate such as 50/s or 1000/m";
        };
    }

    private static OptionalDouble millis(double number, String unit) {
        return switch (unit) {
            case "us", "\u00b5s" -> OptionalDouble.of(number * MICROS);
            case "ms" -> OptionalDouble.of(number);
            case "s" -> OptionalDouble.of(number * SECONDS);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble share(boolean share, double number, String unit) {
        if (share) {
            return number <= HUNDRED ? OptionalDouble.of(number / HUNDRED) : OptionalDouble.empty();
        }
        return unit.isEmpty() ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static OptionalDouble perSecond(double number, String unit) {
        return switch (unit) {
            case "/s" -> OptionalDouble.of(number);
            case "/m" -> OptionalDouble.of(number / MINUTE);
            case "/h" -> OptionalDouble.of(number / HOUR);
            default -> OptionalDouble.empty();
        };
    }
}
