package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for what costs money or throttles: scans, hot keys, indexes that nothing reads, ways of reading. */
public final class AuditTable implements UseCase<AuditTable.Request, AuditTable.Result> {

    /**
     * What to audit.
     *
     * @param table which table
     * @param since how far to look back
     */
    public record Request(TableName table, Duration since) {}

    /**
     * What was found.
     *
     * @param table which table
     * @param measured how long its use was measured; empty if that could not be read
     * @param operations by which it was used
     * @param hotKeys the partition keys that Contributor Insights names, where it is on
     * @param findings the gravest first
     * @param unknown what could not be read, and why: nothing was looked for there
     */
    public record Result(
            TableName table,
            Optional<Duration> measured,
            List<OperationUse> operations,
            List<HotKey> hotKeys,
            List<AuditFinding> findings,
            List<String> unknown) {
        public Result {
            operations = List.copyOf(operations);
            hotKeys = List.copyOf(hotKeys);
            findings = List.copyOf(findings);
            unknown = List.copyOf(unknown);
        }
    }

    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final TablesGateway tables;
    private final UsageReader usage;
    private final TableOperations operations;
    private final InsightsGateway insights;
    private final Clock clock;

    AuditTable(
            TablesGateway tables,
            UsageReader usage,
            TableOperations operations,
            InsightsGateway insights,
            Clock clock) {
        this.tables = tables;
        this.usage = usage;
        this.operations = operations;
        this.insights = insights;
        this.clock = clock;
    }

    /**
     * Audits.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND if there is no such table
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        ObservedTable table = tables.described(request.table());
        LookBack finest = LookBack.of(request.since(), clock.instant());
        LookBack back =
                finest.period().compareTo(PERIOD) < 0 ? LookBack.of(request.since(), clock.instant(), PERIOD) : finest;
        NotedReads reads = new NotedReads();
        Optional<TableUsage> used = reads.read("throttles and unused indexes are", () -> usage.read(table, back));
        List<OperationUse> uses = reads.read("scans and ways of reading are", () -> operations.read(table.name(), back))
                .orElse(List.of());
        List<String> withoutInsights = new ArrayList<>();
        List<HotKey> hotKeys = hotKeys(table, back, reads, withoutInsights);
        return new Result(
                table.name(),
                used.map(TableUsage::measured),
                uses,
                hotKeys,
                TableAuditor.findings(table, used, uses, hotKeys, withoutInsights),
                reads.notes());
    }

    private List<HotKey> hotKeys(ObservedTable table, LookBack back, NotedReads reads, List<String> withoutInsights) {
        List<HotKey> hotKeys = new ArrayList<>();
        for (ObservedPart part : table.parts()) {
            String unknown = "hot keys of " + part.title() + " are";
            reads.read(unknown, () -> insights.rules(table.name(), part.index()))
                    .ifPresent(rules -> rules.ifPresentOrElse(
                            names -> names.forEach(
                                    rule -> reads.read(unknown, () -> insights.hotKeys(part.title(), rule, back))
                                            .ifPresent(hotKeys::addAll)),
                            () -> withoutInsights.add(part.title())));
        }
        return hotKeys;
    }
}
