package io.agentctl.plane.schedule;

import io.agentctl.plane.table.Entry;
import io.agentctl.plane.table.JsonRecords;
import io.agentctl.plane.table.Partition;
import java.time.Instant;
import java.util.Optional;

/** The latest due time of each schedule that was begun, and by which leadership. */
final class Marks {

    private final Partition partition;

    Marks(Partition partition) {
        this.partition = partition;
    }

    /**
     * As it is kept.
     *
     * @param due the time
     * @param run what was begun then
     * @param fence of the leadership that began it
     */
    record Mark(Instant due, String run, long fence) {}

    Optional<Mark> find(String schedule) {
        return partition.find(schedule).map(Marks::mark);
    }

    /** Notes what was begun; false if a later leadership, or a later time, was noted meanwhile. */
    boolean note(String schedule, Mark mark) {
        Optional<Entry> before = partition.find(schedule);
        if (before.map(Marks::mark)
                .filter(other -> other.fence() > mark.fence() || other.due().isAfter(mark.due()))
                .isPresent()) {
            return false;
        }
        String text = JsonRecords.write(mark);
        return partition.write(before.map(entry -> entry.next(text, Optional.empty()))
                .orElseGet(() -> Entry.first(schedule, text, Optional.empty())));
    }

    private static Mark mark(Entry entry) {
        return JsonRecords.read("what was begun of a schedule", entry.document(), Mark.class);
    }
}
