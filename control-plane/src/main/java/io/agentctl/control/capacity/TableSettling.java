package io.agentctl.control.capacity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Waits until a table takes updates: while it or an index of it is being updated, DynamoDB refuses every other. */
final class TableSettling {

    private static final Set<String> NEVER = Set.of("DELETING", "ARCHIVING", "ARCHIVED");

    private final TablesGateway tables;
    private final Clock clock;
    private final TablePace pace;

    TableSettling(TablesGateway tables, Clock clock, TablePace pace) {
        this.tables = tables;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * The table once it is settled, its scaling left out.
     *
     * @throws AgentctlException NOT_FOUND if it is gone; CONFLICT if it will never settle; STILL_RUNNING if it takes
     *     too long; INTERRUPTED
     */
    ObservedTable settled(TableName name, Cancellation cancellation) {
        Instant deadline = clock.instant().plus(pace.most());
        Duration pause = pace.poll();
        while (true) {
            ObservedTable table = tables.find(name)
                    .orElseThrow(() ->
                            new AgentctlException(ErrorCode.NOT_FOUND, "table " + name + " is not there any more", ""));
            if (table.settled()) {
                return table;
            }
            if (NEVER.contains(table.status())) {
                throw new AgentctlException(ErrorCode.CONFLICT, "table " + name + " is " + table.status(), "");
            }
            if (clock.instant().isAfter(deadline)) {
                throw new AgentctlException(
                        ErrorCode.STILL_RUNNING,
                        "table " + name + " is still being updated after " + pace.most(),
                        "DynamoDB goes on with it. Look again with: agentctl table list");
            }
            if (!cancellation.sleep(pause)) {
                throw new AgentctlException(
                        ErrorCode.INTERRUPTED, "stopped while table " + name + " was being updated", "");
            }
            pause = pace.after(pause);
        }
    }
}
