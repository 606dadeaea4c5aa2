package io.agentctl.control.performance.report;

import io.agentctl.control.performance.Counts;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.End;
import io.agentctl.control.performance.LoadResult.Standing;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.threshold.FigureText;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a result says, in sentences that every page has. */
public final class ResultWords {

    private static final double TEN = 10;
    /** The corrected p99 differs from the other by more than this share before it is worth a sentence. */
    private static final double WORTH_SAYING = 0.1;

    private ResultWords() {}

    /** What was tested, where and when. */
    public static String title(LoadResult result) {
        return result.scenario().name() + ": " + result.target().method() + " "
                + result.target().url() + " over " + result.target().protocol() + ", "
                + result.started().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The figures of a stretch, in a line. */
    public static String summary(Measured measured) {
        Counts counts = measured.counts();
        return counts.sent() + " sent, " + FigureText.perSecond(measured.throughput()) + " answered, "
                + FigureText.percent(counts.errorShare()) + " errors"
                + (measured.latency().count() == 0
                        ? ""
                        : ", p50 " + FigureText.millis(measured.latency().p50()) + ", p95 "
                                + FigureText.millis(measured.latency().p95()) + ", p99 "
                                + FigureText.millis(measured.latency().p99()) + ", max "
                                + FigureText.millis(measured.latency().max()));
    }

    /** What a tool would have shown that times each request from when it got round to sending it. */
    public static Optional<String> correction(Measured measured) {
        double corrected = measured.latency().p99();
        double uncorrected = measured.uncorrected().p99();
        if (uncorrected <= 0 || corrected - uncorrected <= WORTH_SAYING * corrected) {
            return Optional.empty();
        }
        return Optional.of("Latency counts from when a request was due. From when it was sent, p99 is "
                + FigureText.millis(uncorrected) + " instead of " + FigureText.millis(corrected)
                + ": requests waited to be sent.");
    }

    /** What went wrong, a line for each kind, the most frequent first. */
    public static List<String> failures(Counts counts) {
        List<String> lines = new ArrayList<>();
        if (counts.statuses().size() > 1
                || counts.statuses().keySet().stream().anyMatch(status -> !status.startsWith("2"))) {
            lines.add("Statuses: " + list(counts.statuses()));
        }
        if (!counts.errors().isEmpty()) {
            lines.add("Without an answer: " + list(counts.errors()));
        }
        if (!counts.checks().isEmpty()) {
            lines.add("Failed checks: " + list(counts.checks()));
        }
        return lines;
    }

    /** What a reader must know about how the figures came about. */
    public static List<String> remarks(LoadResult result) {
        List<String> remarks = new ArrayList<>(result.remarks());
        switch (result.end()) {
            case COMPLETED -> {
                // As it should be.
            }
            case INTERRUPTED -> remarks.add("Interrupted: the figures are of what was sent until then.");
            case ABORTED -> remarks.add("Ended early, since a threshold was missed.");
            case CAPPED -> remarks.add("Ended early, at the most requests that may be sent.");
        }
        return remarks;
    }

    /** The verdict, in a sentence. */
    public static String verdict(LoadResult result) {
        return switch (result.verdict()) {
            case PASSED -> "Passed: all thresholds are met.";
            case MISSED -> "Missed: " + missed(result) + ".";
            case INCONCLUSIVE -> inconclusive(result);
            case NONE -> "No thresholds, no verdict.";
        };
    }

    /** A figure with its unit. */
    public static String amount(double amount, String unit) {
        String number = String.format(
                Locale.ROOT, (amount == Math.rint(amount) && amount < 1e9) || amount >= TEN ? "%.0f" : "%.2f", amount);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private static String inconclusive(LoadResult result) {
        if (result.generator().saturated()) {
            return "Inconclusive, generator saturated: "
                    + String.join("; ", result.generator().reasons()) + ".";
        }
        return result.end() == End.COMPLETED
                ? "Inconclusive: nothing was measured that a threshold speaks of."
                : "Inconclusive: the run was cut short.";
    }

    private static String missed(LoadResult result) {
        return result.thresholds().stream()
                .filter(outcome -> outcome.standing() == Standing.MISSED)
                .map(outcome -> outcome.threshold() + " (" + outcome.measured() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
