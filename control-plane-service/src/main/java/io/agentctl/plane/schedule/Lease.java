package io.agentctl.plane.schedule;

import static io.agentctl.control.schedules.ScheduleTable.LEADER;

import io.agentctl.control.schedules.ScheduleTable.Leadership;
import io.agentctl.control.team.Entry;
import io.agentctl.control.team.JsonRecords;
import io.agentctl.control.team.Partition;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Who leads: whoever wrote the entry last. A leader writes it anew every few seconds; another instance that sees no
 * change for a while by its own clock takes over, so that clocks that differ do no harm. Each leadership has a fencing
 * number greater than the one before. For one thread.
 */
final class Lease {

    /** How long a leader may be silent. With a look every second, another one leads within 10 s. */
    static final Duration SILENCE = Duration.ofSeconds(8);

    private static final Duration RENEWAL = Duration.ofSeconds(2);

    private final Partition partition;
    private final String instance;
    private final LongSupplier nanos;
    private Optional<Entry> seen = Optional.empty();
    private long seenAt;
    private OptionalLong fence = OptionalLong.empty();

    /** @param nanos a clock that is never set, in nanoseconds */
    Lease(Partition partition, String instance, LongSupplier nanos) {
        this.partition = partition;
        this.instance = instance;
        this.nanos = nanos;
    }

    /** Looks, renews or takes over. The fencing number while this instance leads; empty while another one does. */
    OptionalLong look() {
        long now = nanos.getAsLong();
        if (fence.isPresent() && now - seenAt < RENEWAL.toNanos()) {
            return fence;
        }
        Optional<Entry> found = partition.find(LEADER);
        boolean unchanged = found.equals(seen);
        if (fence.isPresent() && unchanged) {
            return next(found.orElseThrow(), fence.getAsLong(), now);
        }
        fence = OptionalLong.empty();
        if (!unchanged) {
            seen = found;
            seenAt = now;
        }
        if (found.isEmpty()) {
            return written(Entry.first(LEADER, text(1), Optional.empty()), 1, now);
        }
        Leadership holding = Leadership.of(found.get());
        boolean free = holding.holder().isEmpty() || now - seenAt > SILENCE.toNanos();
        return free ? next(found.get(), holding.fence() + 1, now) : OptionalLong.empty();
    }

    private OptionalLong next(Entry before, long number, long now) {
        return written(before.next(text(number), Optional.empty()), number, now);
    }

    private OptionalLong written(Entry next, long number, long now) {
        boolean mine = partition.write(next);
        fence = mine ? OptionalLong.of(number) : OptionalLong.empty();
        if (mine) {
            seen = Optional.of(next);
            seenAt = now;
        }
        return fence;
    }

    private String text(long number) {
        return JsonRecords.write(new Leadership(instance, number));
    }

    /** Lets another instance lead at once. */
    void resign() {
        if (fence.isPresent() && seen.isPresent()) {
            partition.write(
                    seen.get().next(JsonRecords.write(new Leadership("", fence.getAsLong())), Optional.empty()));
            fence = OptionalLong.empty();
        }
    }
}
