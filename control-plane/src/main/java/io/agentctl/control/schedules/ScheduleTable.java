package io.agentctl.control.schedules;

import io.agentctl.control.team.Entry;
import io.agentctl.control.team.JsonRecords;
import io.agentctl.control.team.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What control planes keep of their schedules in the team's table.
 *
 * @param leases who leads
 * @param standings how schedules stand, by their names
 */
public record ScheduleTable(Partition leases, Partition standings) {

    /** The key of the lease. */
    public static final String LEADER = "leader";

    /** The key of what there is to do. */
    public static final String ROSTER = "roster";

    /**
     * A lease as it is kept.
     *
     * @param holder the instance; empty if the last one resigned
     * @param fence counts leaderships
     */
    public record Leadership(String holder, long fence) {

        /** From its record. */
        public static Leadership of(Entry entry) {
            return JsonRecords.read("the scheduler's lease", entry.document(), Leadership.class);
        }
    }

    /** Where a project has them. */
    public static ScheduleTable in(Supplier<DynamoDbClient> client, String table) {
        return new ScheduleTable(new Partition(client, table, "scheduler"), new Partition(client, table, "schedules"));
    }

    /** Who leads, unless it was silent for minutes. */
    public Optional<String> leader(Instant now) {
        return leases.find(LEADER)
                .map(Leadership::of)
                .map(Leadership::holder)
                .filter(name -> !name.isEmpty())
                .filter(name -> roster().map(roster -> roster.alive(now)).orElse(true));
    }

    /** What there is to do, once a leader has said so. */
    public Optional<Roster> roster() {
        return leases.find(ROSTER).map(ScheduleTable::roster);
    }

    /** From its record. */
    public static Roster roster(Entry entry) {
        return JsonRecords.read("the list of schedules", entry.document(), Roster.class);
    }

    /** All schedules that were begun and are still there, by their names. */
    public List<ScheduleStanding> all() {
        Optional<Roster> roster = roster();
        return standings.all().stream()
                .map(ScheduleTable::standing)
                .filter(standing -> roster.map(all -> all.schedules().contains(standing.name()))
                        .orElse(true))
                .toList();
    }

    /** A schedule from its record. */
    public static ScheduleStanding standing(Entry entry) {
        return JsonRecords.read("schedule " + entry.key(), entry.document(), ScheduleStanding.class);
    }
}
