package io.agentctl.control.capacity;

import io.agentctl.control.aws.Parallel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells what the account may provision, and what its tables have of it. */
final class AccountCapacity {

    /** DynamoDB throttles who asks for quotas more than once in a minute (its service model, DescribeLimits). */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final TablesGateway tables;
    private final Clock clock;
    private Quotas kept;
    private Instant readAt = Instant.MIN;

    AccountCapacity(TablesGateway tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** The quotas, as they were a few minutes ago at most. */
    synchronized Quotas quotas() {
        Instant now = clock.instant();
        if (kept == null || readAt.plus(KEPT).isBefore(now)) {
            kept = tables.quotas();
            readAt = now;
        }
        return kept;
    }

    /** What there is for a table, which takes a look at every other one; those that are deleted meanwhile count not. */
    AccountRoom room(TableName name) {
        List<TableName> others =
                tables.names().stream().filter(other -> !other.equals(name)).toList();
        Throughput sum = Parallel.map(others, tables::find).stream()
                .flatMap(Optional::stream)
                .map(table -> table.throughputs().sum())
                .reduce(Throughput.NONE, Throughput::plus);
        return new AccountRoom(quotas(), sum);
    }
}
