package io.agentctl.plane.schedule;

import io.agentctl.control.schedules.ScheduleStanding;
import io.agentctl.control.schedules.ScheduleTable;
import io.agentctl.control.team.Entry;
import io.agentctl.control.team.JsonRecords;
import io.agentctl.control.team.Partition;
import java.util.Optional;

/**
 * One schedule's page in the table. What is written is written on the condition that nobody else wrote since it was
 * read: a leader that was given up for lost writes nothing more. For one thread.
 */
final class Ledger {

    private final Partition partition;
    private final String name;
    private Optional<Entry> entry;

    private Ledger(Partition partition, String name, Optional<Entry> entry) {
        this.partition = partition;
        this.name = name;
        this.entry = entry;
    }

    static Ledger open(Partition partition, String name) {
        return new Ledger(partition, name, partition.find(name));
    }

    Optional<ScheduleStanding> standing() {
        return entry.map(ScheduleTable::standing);
    }

    /** False if somebody else wrote it meanwhile. */
    boolean write(ScheduleStanding standing) {
        String text = JsonRecords.write(standing);
        Entry next = entry.map(before -> before.next(text, Optional.empty()))
                .orElseGet(() -> Entry.first(name, text, Optional.empty()));
        boolean written = partition.write(next);
        if (written) {
            entry = Optional.of(next);
        }
        return written;
    }
}
