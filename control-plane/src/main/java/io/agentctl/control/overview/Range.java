package io.agentctl.control.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a dashboard looks back, and how finely.
 *
 * @param length over how long
 * @param period of the figures: CloudWatch keeps minutes for 15 days, but some 300 points are all that a screen can
 *     show
 */
public record Range(Duration length, Duration period) {

    public static final Range HOUR = new Range(Duration.ofHours(1), Duration.ofMinutes(1));
    public static final Range SIX_HOURS = new Range(Duration.ofHours(6), Duration.ofMinutes(5));
    public static final Range DAY = new Range(Duration.ofHours(24), Duration.ofMinutes(5));
    public static final Range FORTNIGHT = new Range(Duration.ofDays(14), Duration.ofHours(1));

    /** Those there are, the shortest first. */
    public static final List<Range> ALL = List.of(HOUR, SIX_HOURS, DAY, FORTNIGHT);

    /** The range of a length, if there is one. */
    public static Optional<Range> of(Duration length) {
        return ALL.stream().filter(range -> range.length.equals(length)).findFirst();
    }

    /** The end of the last whole period: one under way has too few figures. */
    public Instant end(Instant now) {
        long seconds = period.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }

    /** {@code 1h}, {@code 6h}, {@code 24h}, {@code 14d}. */
    @Override
    public String toString() {
        return length.compareTo(Duration.ofDays(2)) < 0 ? length.toHours() + "h" : length.toDays() + "d";
    }
}
