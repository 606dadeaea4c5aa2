package io.agentctl.control.schedules;

import io.agentctl.control.team.Entry;
import io.agentctl.control.team.JsonRecords;
import io.agentctl.control.team.Partition;
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

    /** Who leads, as far as the table says. */
    public Optional<String> leader() {
        return leases.find(LEADER).map(Leadership::of).map(Leadership::holder).filter(name -> !name.isEmpty());
    }

    /** All schedules that were ever begun, by their names. */
    public List<ScheduleStanding> all() {
        return standings.all().stream().map(ScheduleTable::standing).toList();
    }

    /** A schedule from its record. */
    public static ScheduleStanding standing(Entry entry) {
        return JsonRecords.read("schedule " + entry.key(), entry.document(), ScheduleStanding.class);
    }
}
