package io.agentctl.control.capacity;

import io.agentctl.control.capacity.AuditFinding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges how a table is used. Pure. */
final class TableAuditor {

    /** From which share of all requests, or of all items returned, on scans are worth a word. */
    private static final double MANY = 0.05;

    /** From which share of accesses on one key is hot; one of many keys has far less. */
    private static final double HOT = 0.2;

    /** A query that returns more than this is a scan in disguise, or wants an index. */
    private static final double LARGE_QUERY = 500;

    private static final double PERCENT = 100;

    private TableAuditor() {}

    /**
     * The findings, the gravest first.
     *
     * @param used empty if it is not known, which is no sign that nothing was used
     */
    static List<AuditFinding> findings(
            ObservedTable table,
            Optional<TableUsage> used,
            List<OperationUse> operations,
            List<HotKey> hotKeys,
            List<String> withoutInsights) {
        List<AuditFinding> findings = new ArrayList<>();
        scans(operations, findings);
        readPattern(operations, findings);
        used.ifPresent(known -> {
            unusedIndexes(table, known, findings);
            throttles(known, findings);
        });
        hotKeys(hotKeys, findings);
        if (!withoutInsights.isEmpty()) {
            findings.add(new AuditFinding(
                    Severity.NOTE,
                    "hot keys",
                    "Contributor Insights is off for " + String.join(", ", withoutInsights)
                            + ": which keys are hot is not known",
                    "Turn it on for a while; it is charged by the event: aws dynamodb update-contributor-insights"
                            + " --contributor-insights-action ENABLE --table-name " + table.name()));
        }
        if (!table.deletionProtection()) {
            findings.add(new AuditFinding(
                    Severity.NOTE,
                    "deletion",
                    "deletion protection is off",
                    "Turn it on unless it is a table to be thrown away."));
        }
        findings.sort(Comparator.comparing(AuditFinding::severity));
        return findings;
    }

    private static void scans(List<OperationUse> operations, List<AuditFinding> findings) {
        OperationUse scan = of(operations, "Scan");
        if (scan.requests() == 0) {
            return;
        }
        long reads = operations.stream()
                .filter(one -> TableOperations.READS.contains(one.operation()))
                .mapToLong(OperationUse::requests)
                .sum();
        double items = operations.stream().mapToDouble(OperationUse::items).sum();
        double share = Math.max((double) scan.requests() / reads, items == 0 ? 0 : scan.items() / items);
        findings.add(new AuditFinding(
                share >= MANY ? Severity.HIGH : Severity.MEDIUM,
                "scans",
                String.format(
                        Locale.ROOT,
                        "%,d scans, %.1f %% of reading requests, that returned %.0f items each on average",
                        scan.requests(),
                        PERCENT * scan.requests() / reads,
                        scan.meanItems()),
                "A scan pays for every item it passes over. Query by key, or give what is looked for an index."));
    }

    private static void readPattern(List<OperationUse> operations, List<AuditFinding> findings) {
        OperationUse query = of(operations, "Query");
        OperationUse get = of(operations, "GetItem");
        OperationUse batch = of(operations, "BatchGetItem");
        if (query.requests() > 0 && query.meanItems() >= LARGE_QUERY) {
            findings.add(new AuditFinding(
                    Severity.MEDIUM,
                    "large queries",
                    String.format(Locale.ROOT, "a query returns %.0f items on average", query.meanItems()),
                    "Narrow it by the sort key, or read page by page and stop when there is enough."));
        }
        if (query.requests() > 0 && query.meanItems() > 0 && query.meanItems() <= 1.0) {
            findings.add(new AuditFinding(
                    Severity.NOTE,
                    "queries for one item",
                    String.format(
                            Locale.ROOT,
                            "%,d queries returned %.2f items on average",
                            query.requests(),
                            query.meanItems()),
                    "Where the whole key is known, GetItem is cheaper to serve, and BatchGetItem takes a hundred."));
        }
        if (get.requests() > 0 && batch.requests() == 0) {
            findings.add(new AuditFinding(
                    Severity.NOTE,
                    "single reads",
                    String.format(Locale.ROOT, "%,d GetItem and no BatchGetItem", get.requests()),
                    "Reads that come together cost the same units in a batch, in fewer round trips. Eventually"
                            + " consistent reads cost half."));
        }
    }

    private static void unusedIndexes(ObservedTable table, TableUsage used, List<AuditFinding> findings) {
        for (ObservedPart part : table.parts()) {
            if (part.index().isEmpty()) {
                continue;
            }
            double reads =
                    used.meters().get(new Meter(part.index(), Direction.READS)).consumedUnits();
            double writes =
                    used.meters().get(new Meter(part.index(), Direction.WRITES)).consumedUnits();
            if (reads == 0) {
                findings.add(
                        new AuditFinding(
                                writes > 0 || part.throughput().usable() ? Severity.HIGH : Severity.MEDIUM,
                                part.title(),
                                String.format(
                                        Locale.ROOT,
                                        "nothing was read from it in %d h, and %,.0f write units were spent on it",
                                        used.measured().toHours(),
                                        writes),
                                "If nothing reads it at longer intervals either, delete it: its writes and storage are paid for."));
            }
        }
    }

    private static void throttles(TableUsage used, List<AuditFinding> findings) {
        for (Map.Entry<Meter, MeterUsage> one : used.meters().entrySet()) {
            double throttled = one.getValue().throttledRequests();
            if (throttled > 0) {
                boolean indexWrites =
                        !one.getKey().index().isEmpty() && one.getKey().direction() == Direction.WRITES;
                findings.add(new AuditFinding(
                        Severity.HIGH,
                        "throttles",
                        String.format(Locale.ROOT, "%,.0f requests were throttled on %s", throttled, one.getKey()),
                        indexWrites
                                ? "An index whose writes are throttled throttles those of its table: give it as much."
                                : "See what would have sufficed with: agentctl table capacity"));
            }
        }
    }

    private static void hotKeys(List<HotKey> hotKeys, List<AuditFinding> findings) {
        for (HotKey key : hotKeys) {
            if (key.share() >= HOT) {
                findings.add(new AuditFinding(
                        Severity.HIGH,
                        "hot key",
                        String.format(
                                Locale.ROOT,
                                "%s of %s takes %.0f %% of %s",
                                key.key(),
                                key.part(),
                                key.share() * PERCENT,
                                key.throttled() ? "what is throttled" : "accesses"),
                        "One partition serves 3,000 read and 1,000 write units a second at most, whatever the table"
                                + " has. Spread it over several keys, or cache it."));
            }
        }
    }

    private static OperationUse of(List<OperationUse> operations, String name) {
        return operations.stream()
                .filter(one -> one.operation().equals(name))
                .findFirst()
                .orElseGet(() -> new OperationUse(name, 0, 0, 0));
    }
}
