package io.agentctl.control.slo.report;

import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was bad, of how much, over time: events, or minutes where slices of time are judged. Any stretch of it is summed
 * up at once. Immutable.
 */
public final class Ledger {

    private final List<Part> parts;

    private Ledger(List<Part> parts) {
        this.parts = parts;
    }

    /** Parts of different resolution, which do not overlap. */
    static Ledger of(List<Part> parts) {
        return new Ledger(List.copyOf(parts));
    }

    /**
     * A sum over a stretch of time.
     *
     * @param bad how much was bad, up to {@code total}
     * @param total how much there was
     * @param known for how long there are figures
     * @param unknown for how long there are none
     */
    public record Tally(double bad, double total, Duration known, Duration unknown) {

        static final Tally NONE = new Tally(0, 0, Duration.ZERO, Duration.ZERO);

        Tally plus(Tally other) {
            return new Tally(
                    bad + other.bad, total + other.total, known.plus(other.known), unknown.plus(other.unknown));
        }

        /** The share that was bad; NaN where there was nothing. */
        double badShare() {
            return total > 0 ? bad / total : Double.NaN;
        }
    }

    /** The sum of what begins at or after one time and before another. */
    public Tally between(Instant from, Instant to) {
        return parts.stream().map(part -> part.between(from, to)).reduce(Tally.NONE, Tally::plus);
    }

    /** When the latest figure ends. */
    public Optional<Instant> newest() {
        return parts.stream().map(Part::newest).flatMap(Optional::stream).max(Instant::compareTo);
    }

    /** A part of one resolution, as sums from its beginning up to each of its periods. */
    static final class Part {

        private final Series total;
        private final double[] badUpTo;
        private final double[] totalUpTo;
        private final int[] knownUpTo;

        private Part(Series bad, Series total) {
            int size = total.size();
            this.total = total;
            this.badUpTo = new double[size + 1];
            this.totalUpTo = new double[size + 1];
            this.knownUpTo = new int[size + 1];
            for (int i = 0; i < size; i++) {
                boolean known = !Double.isNaN(total.value(i));
                badUpTo[i + 1] = badUpTo[i] + (known ? bad.value(i) : 0);
                totalUpTo[i + 1] = totalUpTo[i] + (known ? total.value(i) : 0);
                knownUpTo[i + 1] = knownUpTo[i] + (known ? 1 : 0);
            }
        }

        /**
         * Makes a part.
         *
         * @param bad of the same times as {@code total}, and known where that is
         * @param total NaN where there are no figures
         */
        static Part of(Series bad, Series total) {
            return new Part(bad, total);
        }

        private Tally between(Instant from, Instant to) {
            int first = index(from);
            int last = Math.max(first, index(to));
            int known = knownUpTo[last] - knownUpTo[first];
            return new Tally(
                    badUpTo[last] - badUpTo[first],
                    totalUpTo[last] - totalUpTo[first],
                    total.period().multipliedBy(known),
                    total.period().multipliedBy(last - first - known));
        }

        private int index(Instant at) {
            long millis = Duration.between(total.start(), at).toMillis();
            return Math.clamp(Math.ceilDiv(millis, total.period().toMillis()), 0, total.size());
        }

        private Optional<Instant> newest() {
            for (int i = total.size() - 1; i >= 0; i--) {
                if (!Double.isNaN(total.value(i))) {
                    return Optional.of(total.time(i + 1));
                }
            }
            return Optional.empty();
        }
    }
}
