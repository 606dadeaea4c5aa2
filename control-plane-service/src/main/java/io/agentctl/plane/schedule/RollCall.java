package io.agentctl.plane.schedule;

import io.agentctl.control.schedules.Roster;
import io.agentctl.control.schedules.ScheduleTable;
import io.agentctl.control.team.Entry;
import io.agentctl.control.team.JsonRecords;
import io.agentctl.control.team.Partition;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Says what there is to do as long as this instance leads, for whoever only reads the table. For one thread. */
final class RollCall {

    private final Partition partition;
    private final List<String> schedules;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private OptionalLong said = OptionalLong.empty();
    private long saidAt;

    /**
     * Makes it.
     *
     * @param clock the machine's
     * @param nanos a clock that is never set, in nanoseconds
     */
    RollCall(Partition partition, List<Schedule> schedules, InstantSource clock, LongSupplier nanos) {
        this.partition = partition;
        this.schedules = schedules.stream().map(Schedule::name).toList();
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Says it where a leadership begins, and every so often. */
    void say(long fence) {
        long now = nanos.getAsLong();
        boolean lately = said.equals(OptionalLong.of(fence)) && now - saidAt < Roster.PACE.toNanos();
        if (lately) {
            return;
        }
        String text = JsonRecords.write(new Roster(schedules, fence, clock.instant()));
        Optional<Entry> before = partition.find(ScheduleTable.ROSTER);
        boolean later = before.map(ScheduleTable::roster)
                .map(Roster::fence)
                .filter(other -> other > fence)
                .isPresent();
        if (!later) {
            partition.write(before.map(entry -> entry.next(text, Optional.empty()))
                    .orElseGet(() -> Entry.first(ScheduleTable.ROSTER, text, Optional.empty())));
        }
        said = OptionalLong.of(fence);
        saidAt = now;
    }
}
