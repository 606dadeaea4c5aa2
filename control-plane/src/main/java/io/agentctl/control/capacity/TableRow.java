package io.agentctl.control.capacity;

import io.agentctl.control.plan.Money;
import java.util.List;
import java.util.Optional;

/**
 * A table in a list.
 *
 * @param table which table
 * @param mode how it is paid for
 * @param status as DynamoDB says it, such as {@code ACTIVE}
 * @param throughput provisioned units of the table itself; empty on demand
 * @param indexes its global indexes
 * @param scaling how many of its meters scale
 * @param meters how many it has: reads and writes, of the table and each index
 * @param reads units a second read on average over the time looked at, which in a list is the last day
 * @param writes units a second written, likewise
 * @param throttled requests refused, likewise
 * @param monthly what its reads and writes cost in a month that goes as that time did
 * @param items how many it has, as of the last few hours
 * @param bytes their size, likewise
 */
public record TableRow(
        TableName table,
        Mode mode,
        String status,
        Optional<Throughput> throughput,
        List<String> indexes,
        int scaling,
        int meters,
        double reads,
        double writes,
        long throttled,
        Money monthly,
        long items,
        long bytes) {
    public TableRow {
        indexes = List.copyOf(indexes);
    }
}
