package io.agentctl.sandbox.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What CloudWatch reports of the rules that Contributor Insights made. Thread-safe. */
public final class InsightReports {
    private static final int SECONDS_PER_MINUTE = 60;

    private final TableState state;

    /** Reports of an account's tables. */
    public InsightReports(TableState state) {
        this.state = state;
    }

    /**
     * A report.
     *
     * @param labels the names of the keys
     * @param contributors the hottest keys, first the hottest
     * @param points what all keys had together
     * @param unique how many keys there are
     */
    public record Report(List<String> labels, List<Contributor> contributors, List<Point> points, long unique) {
        /** Copies. */
        public Report {
            labels = List.copyOf(labels);
            contributors = List.copyOf(contributors);
            points = List.copyOf(points);
        }

        /** Everything together. */
        public double total() {
            return points.stream().mapToDouble(Point::value).sum();
        }
    }

    /**
     * One of the keys.
     *
     * @param keys its values, as many as there are labels
     * @param share of all, 0 to 1
     */
    public record Contributor(List<String> keys, double share) {
        /** Copies. */
        public Contributor {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A period's value.
     *
     * @param at its beginning
     * @param value units of all keys together
     */
    public record Point(Instant at, double value) {}

    /**
     * Reads a report.
     *
     * @param rule the rule's name
     * @param from from when
     * @param to until when
     * @param periodSeconds a multiple of 60
     * @param most how many contributors
     * @return empty when there is no such rule
     */
    public Optional<Report> read(String rule, Instant from, Instant to, int periodSeconds, int most) {
        return state.simulation().now(() -> InsightsSubject.all(state).stream()
                .flatMap(subject -> subject.rules().stream())
                .filter(candidate -> candidate.name().equals(rule))
                .findFirst()
                .map(found -> report(found, from, to, periodSeconds, most)));
    }

    private Report report(InsightsRule rule, Instant from, Instant to, int periodSeconds, int most) {
        long passed = Math.floorDiv(state.simulation().instant().getEpochSecond(), (long) SECONDS_PER_MINUTE);
        rule.subject().capacity().used().advance(passed);
        Instant on = rule.subject().capacity().insights().orElseThrow().at();
        List<Point> points = new ArrayList<>();
        long first = Math.floorDiv(from.getEpochSecond(), (long) periodSeconds) * periodSeconds;
        for (long second = first; second < to.getEpochSecond(); second += periodSeconds) {
            double value = 0;
            for (long minute = second / SECONDS_PER_MINUTE;
                    minute < (second + periodSeconds) / SECONDS_PER_MINUTE;
                    minute++) {
                value += minute * SECONDS_PER_MINUTE >= on.getEpochSecond() ? rule.total(minute) : 0;
            }
            if (value > 0) {
                points.add(new Point(Instant.ofEpochSecond(second), value));
            }
        }
        List<InsightsRule.Share> shares = points.isEmpty() ? List.of() : rule.shares();
        return new Report(
                rule.keys(),
                shares.stream()
                        .limit(most)
                        .map(share -> new Contributor(values(rule, share.key()), share.share()))
                        .toList(),
                points,
                shares.size());
    }

    private static List<String> values(InsightsRule rule, String key) {
        return rule.keys().size() > 1 ? List.of(key, "1") : List.of(key);
    }
}
