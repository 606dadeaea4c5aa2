package io.agentctl.sandbox.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a table or an index has, had, and how often it was decreased. Not thread-safe. */
final class Capacity {
    /** DynamoDB Developer Guide, "Quotas": what a table on demand serves at once. */
    static final Throughput WARM_ON_DEMAND = new Throughput(12_000, 4_000);

    private static final long SECONDS_PER_MINUTE = 60;
    private static final int FREE_DECREASES = 4;
    private static final int MOST_DECREASES = 27;
    private static final Duration BETWEEN_DECREASES = Duration.ofHours(1);
    private static final DateTimeFormatter WORDED = DateTimeFormatter.ofPattern(
                    "EEEE, MMMM d, yyyy h:mm:ss a 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final List<Era> eras = new ArrayList<>();
    private final Usage used;
    private final List<Instant> decreases = new ArrayList<>();
    private Throughput warm;
    private Optional<InsightsSwitch> insights = Optional.empty();
    private Optional<Instant> lastIncrease = Optional.empty();

    /**
     * What was in force.
     *
     * @param since from when
     * @param throughput what; empty on demand
     */
    record Era(Instant since, Optional<Throughput> throughput) {}

    /** One that nobody uses. */
    Capacity(Optional<Throughput> provisioned, Instant since) {
        this(provisioned, since, Optional.empty());
    }

    Capacity(Optional<Throughput> provisioned, Instant since, Optional<TableTraffic> traffic) {
        this.warm = provisioned.orElse(WARM_ON_DEMAND);
        eras.add(new Era(since, provisioned));
        used = Usage.of(this, traffic, Math.floorDiv(since.getEpochSecond(), SECONDS_PER_MINUTE));
    }

    /** What is set aside; empty on demand. */
    Optional<Throughput> provisioned() {
        return eras.getLast().throughput();
    }

    /** What was set aside then; empty on demand. */
    Optional<Throughput> provisionedAt(Instant then) {
        for (int i = eras.size() - 1; i > 0; i--) {
            if (!eras.get(i).since().isAfter(then)) {
                return eras.get(i).throughput();
            }
        }
        return eras.getFirst().throughput();
    }

    /** What was used of it. */
    Usage used() {
        return used;
    }

    /** Whether Contributor Insights are on; empty while nobody has ever asked for them. */
    Optional<InsightsSwitch> insights() {
        return insights;
    }

    void insights(InsightsSwitch changed) {
        insights = Optional.of(changed);
    }

    Throughput warm() {
        return warm;
    }

    void warm(Throughput asked) {
        warm = warm.atLeast(asked);
    }

    Optional<Instant> lastIncrease() {
        return lastIncrease;
    }

    Optional<Instant> lastDecrease() {
        return decreases.isEmpty() ? Optional.empty() : Optional.of(decreases.getLast());
    }

    /** The decreases of the present UTC day. */
    long decreasesToday(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return decreases.stream()
                .filter(decrease ->
                        LocalDate.ofInstant(decrease, ZoneOffset.UTC).equals(today))
                .count();
    }

    /**
     * Refuses a decrease that comes too soon: four a UTC day at any time, then one an hour, at most 27 a day (DynamoDB
     * Developer Guide, "Quotas", "Decreasing provisioned throughput").
     */
    void requireDecreasable(Instant now) {
        long today = decreasesToday(now);
        if (today < FREE_DECREASES) {
            return;
        }
        Instant last = decreases.getLast();
        Instant midnight = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant hourLater = last.plus(BETWEEN_DECREASES);
        Instant next = today >= MOST_DECREASES || hourLater.isAfter(midnight) ? midnight : hourLater;
        if (now.isBefore(next)) {
            throw TableRefusal.limit("Provisioned throughput decreases are limited within a given UTC day. After the"
                    + " first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once"
                    + " every 3600 seconds. Number of decreases today: " + today + ". Last decrease at "
                    + WORDED.format(last) + ". Next decrease can be made at " + WORDED.format(next));
        }
    }

    /** Notes that a change was accepted. */
    void accepted(Throughput wanted, Instant now) {
        provisioned().ifPresent(present -> {
            if (wanted.below(present)) {
                decreases.add(now);
            }
            if (present.below(wanted)) {
                lastIncrease = Optional.of(now);
            }
        });
    }

    /** Puts a change into force. */
    void set(Optional<Throughput> provisioned, Instant now) {
        eras.add(new Era(now, provisioned));
        warm = warm.atLeast(provisioned.orElse(WARM_ON_DEMAND));
    }
}
