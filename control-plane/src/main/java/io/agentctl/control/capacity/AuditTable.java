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
     * @param measured how long its use was measured
     * @param operations by which it was used
     * @param hotKeys the partition keys that Contributor Insights names, where it is on
     * @param findings the gravest first
     */
    public record Result(
            TableName table,
            Duration measured,
            List<OperationUse> operations,
            List<HotKey> hotKeys,
            List<AuditFinding> findings) {
        public Result {
            operations = List.copyOf(operations);
            hotKeys = List.copyOf(hotKeys);
            findings = List.copyOf(findings);
        }
    }

    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final TableObserver observer;
    private final UsageReader usage;
    private final TableOperations operations;
    private final InsightsGateway insights;
    private final Clock clock;

    AuditTable(
            TableObserver observer,
            UsageReader usage,
            TableOperations operations,
            InsightsGateway insights,
            Clock clock) {
        this.observer = observer;
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
        ObservedTable table = observer.observe(request.table());
        LookBack finest = LookBack.of(request.since(), clock.instant());
        LookBack back =
                finest.period().compareTo(PERIOD) < 0 ? LookBack.of(request.since(), clock.instant(), PERIOD) : finest;
        TableUsage used = usage.read(table, back);
        List<OperationUse> uses = operations.read(table.name(), back);
        List<HotKey> hotKeys = new ArrayList<>();
        List<String> withoutInsights = new ArrayList<>();
        for (ObservedPart part : table.parts()) {
            Optional<List<String>> rules = insights.rules(table.name(), part.index());
            rules.ifPresentOrElse(
                    names -> hotKeys.addAll(insights.hotKeys(part.title(), names, back)),
                    () -> withoutInsights.add(part.title()));
        }
        return new Result(
                table.name(),
                used.measured(),
                uses,
                hotKeys,
                TableAuditor.findings(table, used, uses, hotKeys, withoutInsights));
    }
}
