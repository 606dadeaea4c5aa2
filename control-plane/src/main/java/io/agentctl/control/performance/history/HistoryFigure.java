package io.agentctl.control.performance.history;

import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.regression.Worse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A figure of a result that can be followed from run to run. */
public enum HistoryFigure {
    P50("p50", "ms", Worse.HIGHER),
    P90("p90", "ms", Worse.HIGHER),
    P95("p95", "ms", Worse.HIGHER),
    P99("p99", "ms", Worse.HIGHER),
    MEAN("mean", "ms", Worse.HIGHER),
    ERRORS("errors", "%", Worse.HIGHER),
    THROUGHPUT("throughput", "/s", Worse.LOWER);

    private static final double PERCENT = 100;

    private final String text;
    private final String unit;
    private final Worse worse;

    HistoryFigure(String text, String unit, Worse worse) {
        this.text = text;
        this.unit = unit;
        this.worse = worse;
    }

    /** The figure that people call so. */
    public static Optional<HistoryFigure> named(String text) {
        return Arrays.stream(values())
                .filter(figure -> figure.text.equals(text))
                .findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(HistoryFigure::text).collect(Collectors.joining(", "));
    }

    public String text() {
        return text;
    }

    public String unit() {
        return unit;
    }

    /** In which direction it gets worse. */
    public Worse worse() {
        return worse;
    }

    public double of(LoadResult result) {
        Latencies latency = result.total().latency();
        return switch (this) {
            case P50 -> latency.p50();
            case P90 -> latency.p90();
            case P95 -> latency.p95();
            case P99 -> latency.p99();
            case MEAN -> latency.mean();
            case ERRORS -> PERCENT * result.total().counts().errorShare();
            case THROUGHPUT -> result.total().throughput();
        };
    }
}
