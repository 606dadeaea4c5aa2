package io.agentctl.control.performance.threshold;

import io.agentctl.control.performance.Counts;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.Standing;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.Measured;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Holds thresholds against what was measured.
 *
 * @param total without warm-up
 * @param intervals without those of warm-up, in order
 */
public record Judge(Measured total, List<Interval> intervals) {

    /** Seconds that a stretch may be too short for its duration, since they are added up. */
    private static final double ROUNDING = 1e-3;

    public Judge {
        intervals = List.copyOf(intervals);
    }

    /** What becomes of a threshold. */
    public ThresholdOutcome judge(Threshold threshold) {
        return threshold.sustained().isPresent() ? sustained(threshold) : atOnce(threshold);
    }

    private ThresholdOutcome atOnce(Threshold threshold) {
        OptionalDouble measured = measured(threshold.figure());
        if (measured.isEmpty()) {
            return outcome(threshold, Standing.UNKNOWN, "nothing was answered");
        }
        boolean met = threshold.holds(measured.getAsDouble());
        return outcome(
                threshold,
                met ? Standing.MET : Standing.MISSED,
                FigureText.of(threshold.figure(), measured.getAsDouble()));
    }

    /** It is missed if all intervals of a stretch that is long enough miss it; one without answers says nothing. */
    private ThresholdOutcome sustained(Threshold threshold) {
        double wanted = threshold.sustained().orElseThrow().toMillis() / 1e3;
        Stretch current = Stretch.NONE;
        Stretch longest = Stretch.NONE;
        boolean any = false;
        for (Interval interval : intervals) {
            OptionalDouble measured = measured(threshold.figure(), interval);
            if (measured.isEmpty()) {
                continue;
            }
            any = true;
            current = threshold.holds(measured.getAsDouble()) ? Stretch.NONE : current.longer(interval);
            longest = current.seconds() > longest.seconds() ? current : longest;
        }
        if (!any) {
            return outcome(threshold, Standing.UNKNOWN, "nothing was answered");
        }
        boolean missed = longest.seconds() > 0 && longest.seconds() + ROUNDING >= wanted;
        return outcome(threshold, missed ? Standing.MISSED : Standing.MET, longest.words());
    }

    /** Failing intervals on end. */
    private record Stretch(double from, double to) {
        static final Stretch NONE = new Stretch(0, 0);

        double seconds() {
            return to - from;
        }

        /** Whatever lies between had no answers, or the stretch would have ended. */
        Stretch longer(Interval interval) {
            return new Stretch(seconds() > 0 ? from : interval.after(), interval.after() + interval.seconds());
        }

        String words() {
            return seconds() <= 0
                    ? "never beyond it"
                    : String.format(Locale.ROOT, "beyond it for %.0f s from second %.0f", seconds(), from);
        }
    }

    private OptionalDouble measured(Figure figure) {
        Counts counts = total.counts();
        if (counts.ended() == 0) {
            return OptionalDouble.empty();
        }
        return switch (figure) {
            case Figure.Percentile percentile -> latency(total.latency(), percentile);
            case Figure.Latency part -> latency(total.latency(), part);
            case Figure.Errors errors -> OptionalDouble.of(errors.share() ? counts.errorShare() : counts.failed());
            case Figure.Rate ignored -> OptionalDouble.of(total.throughput());
            case Figure.Status status -> {
                double answers = answers(counts, status.statuses());
                yield OptionalDouble.of(status.share() ? answers / counts.ended() : answers);
            }
        };
    }

    private static OptionalDouble measured(Figure figure, Interval interval) {
        Latencies latency = interval.latency();
        double ended = Math.max(latency.count(), interval.failed());
        return switch (figure) {
            case Figure.Percentile percentile -> latency(latency, percentile);
            case Figure.Latency part -> latency(latency, part);
            case Figure.Errors ignored ->
                ended == 0 ? OptionalDouble.empty() : OptionalDouble.of(interval.failed() / ended);
            case Figure.Rate ignored -> OptionalDouble.of(latency.count() / interval.seconds());
            case Figure.Status ignored -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble latency(Latencies latency, Figure.Percentile percentile) {
        return latency.count() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(latency.percentile(percentile.percent()));
    }

    private static OptionalDouble latency(Latencies latency, Figure.Latency figure) {
        if (latency.count() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (figure.part()) {
                    case MEAN -> latency.mean();
                    case MIN -> latency.min();
                    case MAX -> latency.max();
                });
    }

    private static long answers(Counts counts, String statuses) {
        return counts.statuses().entrySet().stream()
                .filter(entry -> statuses.endsWith("xx")
                        ? entry.getKey().charAt(0) == statuses.charAt(0)
                        : entry.getKey().equals(statuses))
                .mapToLong(entry -> entry.getValue())
                .sum();
    }

    private static ThresholdOutcome outcome(Threshold threshold, Standing standing, String measured) {
        return new ThresholdOutcome(threshold.text(), threshold.source(), standing, measured);
    }
}
