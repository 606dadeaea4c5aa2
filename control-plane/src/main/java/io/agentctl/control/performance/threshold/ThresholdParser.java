package io.agentctl.control.performance.threshold;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.performance.threshold.Threshold.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a threshold: {@code FIGURE SIGN LIMIT [for DURATION]}. Every mistake is told with its column. */
public final class ThresholdParser {

    private static final List<String> FIGURES =
            List.of("p50", "p90", "p95", "p99", "p99.9", "mean", "min", "max", "errors", "rate", "status.5xx");
    private static final double HUNDRED = 100;

    private final String text;
    private final String source;
    private final ErrorCode code;
    private int at;

    private ThresholdParser(String text, String source, ErrorCode code) {
        this.text = text;
        this.source = source;
        this.code = code;
    }

    /**
     * Reads a threshold.
     *
     * @param source where it was written, for messages
     * @param code USAGE for one of the command line, BAD_DOCUMENT for one of a file
     * @throws AgentctlException of that code, with the column and a line that points at it
     */
    public static Threshold parse(String text, String source, ErrorCode code) {
        return new ThresholdParser(text, source, code).threshold();
    }

    private Threshold threshold() {
        int nameAt = skipped();
        String name = word();
        Comparison comparison = comparison();
        int limitAt = skipped();
        Limit limit = limit();
        Figure figure = figure(name, nameAt, limit);
        double value = Limits.value(figure, limit.number(), limit.unit())
                .orElseThrow(() -> wrong(limitAt, name + " is compared with " + Limits.expected(figure)));
        Optional<Duration> sustained = sustained();
        if (sustained.isPresent() && counts(figure)) {
            throw wrong(nameAt, "a number of errors or answers is judged at the end; 'for' goes with a share, in %");
        }
        return new Threshold(text.strip(), source, figure, comparison, value, sustained);
    }

    private record Limit(double number, String unit) {}

    private Figure figure(String name, int nameAt, Limit limit) {
        boolean share = limit.unit().equals("%");
        return switch (name) {
            case "mean", "avg", "average" -> new Figure.Latency(Figure.Part.MEAN);
            case "min" -> new Figure.Latency(Figure.Part.MIN);
            case "max" -> new Figure.Latency(Figure.Part.MAX);
            case "median" -> new Figure.Percentile(HUNDRED / 2);
            case "errors" -> new Figure.Errors(share);
            case "rate", "throughput" -> new Figure.Rate();
            default -> {
                if (name.matches("status\\.[1-5](\\d\\d|xx)")) {
                    yield new Figure.Status(name.substring("status.".length()), share);
                }
                yield new Figure.Percentile(percent(name, nameAt));
            }
        };
    }

    private double percent(String name, int nameAt) {
        if (name.matches("p\\d{1,2}(\\.\\d{1,4})?") && Double.parseDouble(name.substring(1)) > 0) {
            return Double.parseDouble(name.substring(1));
        }
        String near = Suggestions.sentence(name, FIGURES);
        throw wrong(
                nameAt,
                (name.isEmpty() ? "a figure is missing" : "there is no figure '" + name + "'")
                        + (near.isEmpty() ? "; there are " + String.join(", ", FIGURES) : ". " + near));
    }

    private static boolean counts(Figure figure) {
        return switch (figure) {
            case Figure.Errors errors -> !errors.share();
            case Figure.Status ignored -> true;
            case Figure.Percentile ignored -> false;
            case Figure.Latency ignored -> false;
            case Figure.Rate ignored -> false;
        };
    }

    private Comparison comparison() {
        int here = skipped();
        for (Comparison comparison :
                List.of(Comparison.AT_MOST, Comparison.AT_LEAST, Comparison.BELOW, Comparison.ABOVE)) {
            if (text.startsWith(comparison.sign(), here)) {
                at += comparison.sign().length();
                return comparison;
            }
        }
        throw wrong(here, "expected <, <=, > or >=");
    }

    private Limit limit() {
        int start = skipped();
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            throw wrong(start, "expected a number");
        }
        int unitAt = at;
        while (at < text.length() && ("%/".indexOf(text.charAt(at)) >= 0 || Character.isLetter(text.charAt(at)))) {
            at++;
        }
        return new Limit(Double.parseDouble(digits), text.substring(unitAt, at).toLowerCase(Locale.ROOT));
    }

    private Optional<Duration> sustained() {
        int here = skipped();
        if (here == text.length()) {
            return Optional.empty();
        }
        if (!word().equals("for")) {
            throw wrong(here, "expected 'for' and a duration, or the end");
        }
        int durationAt = skipped();
        Limit time = limit();
        Duration duration =
                switch (time.unit()) {
                    case "s" -> Duration.ofMillis(Math.round(time.number() * 1000));
                    case "m" -> Duration.ofMillis(Math.round(time.number() * 60_000));
                    case "h" -> Duration.ofMillis(Math.round(time.number() * 3_600_000));
                    default -> throw wrong(durationAt, "expected a duration such as 30s or 5m");
                };
        if (duration.toSeconds() < 1) {
            throw wrong(durationAt, "expected a duration of at least 1s");
        }
        int end = skipped();
        if (end != text.length()) {
            throw wrong(end, "expected the end");
        }
        return Optional.of(duration);
    }

    private String word() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "._-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private int skipped() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private AgentctlException wrong(int column, String what) {
        return new AgentctlException(
                code,
                source + ": column " + (column + 1) + ": " + what,
                "  " + text + "\n  " + " ".repeat(column) + "^\n"
                        + "A threshold looks like: p95<500ms, errors<1%, rate>50/s, p99<1s for 30s");
    }
}
