package io.agentctl.sandbox.table;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the service refuses of changes to capacity. */
final class TableRules {
    /** DynamoDB Developer Guide, "Quotas": what an account begins with. */
    static final long MOST_UNITS_OF_TABLE = 40_000;

    /** DynamoDB Developer Guide, "Quotas": what an account begins with. */
    static final long MOST_UNITS_OF_ACCOUNT = 80_000;

    private static final int MOST_SWITCHES = 4;
    private static final Duration SWITCH_WINDOW = Duration.ofHours(24);
    private static final DateTimeFormatter WORDED = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.US)
            .withZone(ZoneOffset.UTC);

    private TableRules() {}

    /**
     * Checks a change to a table.
     *
     * @param all every table of the account, for its quota
     */
    static void check(SimTable table, TableChange change, Collection<SimTable> all, Instant now) {
        BillingMode mode = change.mode().orElse(table.mode());
        change.indexes().keySet().forEach(name -> requireIndex(table, name));
        change.goneIndexes().forEach(name -> requireIndex(table, name));
        change.newIndexes().keySet().stream()
                .filter(table.indexes()::containsKey)
                .findFirst()
                .ifPresent(name -> {
                    throw TableRefusal.validation("Attempting to create an index which already exists: " + name);
                });
        requireThroughputFor(mode, change, table.mode() == BillingMode.PROVISIONED);
        if (mode != table.mode()) {
            checkSwitch(table, mode, change, now);
        } else if (mode == BillingMode.PROVISIONED) {
            checkThroughput(table, change, now);
        }
        change.warm().filter(warm -> warm.below(table.capacity().warm())).ifPresent(ignored -> {
            throw TableRefusal.invalid("Requested WarmThroughput is lower than the current one: read "
                    + table.capacity().warm().read() + ", write "
                    + table.capacity().warm().write());
        });
        if (mode == BillingMode.PROVISIONED) {
            checkQuotas(table, change, all);
        }
    }

    /** Checks what a new table is to have. */
    static void checkCreation(TableChange change) {
        BillingMode mode = change.mode().orElse(BillingMode.PROVISIONED);
        requireThroughputFor(mode, change, false);
        change.table().ifPresent(TableRules::requireWithinTable);
    }

    private static void requireThroughputFor(BillingMode mode, TableChange change, boolean provisionedAlready) {
        boolean given = change.table().isPresent()
                || !change.indexes().isEmpty()
                || change.newIndexes().values().stream().anyMatch(Optional::isPresent);
        if (mode == BillingMode.ON_DEMAND && given) {
            throw TableRefusal.invalid("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                    + " BillingMode is PAY_PER_REQUEST");
        }
        if (mode == BillingMode.PROVISIONED && change.table().isEmpty() && !provisionedAlready) {
            throw TableRefusal.invalid(
                    "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
        }
        if (mode == BillingMode.PROVISIONED) {
            change.newIndexes().forEach((name, wanted) -> requireGiven(name, wanted.isPresent()));
        }
    }

    private static void requireGiven(String index, boolean given) {
        if (!given) {
            throw TableRefusal.invalid("ProvisionedThroughput must be specified for index: " + index);
        }
    }

    private static void requireIndex(SimTable table, String name) {
        if (!table.indexes().containsKey(name)) {
            throw TableRefusal.validation("Requested resource not found: Index " + name + " of table " + table.name());
        }
    }

    private static void checkSwitch(SimTable table, BillingMode mode, TableChange change, Instant now) {
        if (mode == BillingMode.PROVISIONED) {
            table.indexes()
                    .keySet()
                    .forEach(index -> requireGiven(index, change.indexes().containsKey(index)));
            return;
        }
        List<Instant> recent = table.recentSwitches(now);
        if (recent.size() >= MOST_SWITCHES) {
            throw TableRefusal.limit("Update to PayPerRequest mode are limited to " + MOST_SWITCHES
                    + " times in 1 day(s). Last update at " + WORDED.format(recent.getLast())
                    + ". Next update can be made at "
                    + WORDED.format(recent.getFirst().plus(SWITCH_WINDOW)));
        }
    }

    private static void checkThroughput(SimTable table, TableChange change, Instant now) {
        change.table().ifPresent(wanted -> checkThroughput("table", table.capacity(), wanted, now));
        change.indexes()
                .forEach((index, wanted) -> checkThroughput(
                        "index " + index, table.indexes().get(index).capacity(), wanted, now));
    }

    private static void checkThroughput(String what, Capacity capacity, Throughput wanted, Instant now) {
        Throughput present = capacity.provisioned().orElse(Throughput.NONE);
        if (wanted.equals(present)) {
            throw TableRefusal.validation("The provisioned throughput for the " + what
                    + " will not change. The requested value equals the current value. Current ReadCapacityUnits"
                    + " provisioned for the " + what + ": " + present.read() + ". Requested ReadCapacityUnits: "
                    + wanted.read() + ". Current WriteCapacityUnits provisioned for the " + what + ": "
                    + present.write() + ". Requested WriteCapacityUnits: " + wanted.write()
                    + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher"
                    + " limits.");
        }
        if (wanted.below(present)) {
            capacity.requireDecreasable(now);
        }
    }

    private static void checkQuotas(SimTable table, TableChange change, Collection<SimTable> all) {
        Throughput own = total(table, change);
        requireWithinTable(own);
        long read = own.read();
        long write = own.write();
        TableChange nothing = new TableChange(
                Optional.empty(), Optional.empty(), Map.of(), Map.of(), java.util.Set.of(), Optional.empty());
        for (SimTable other : all) {
            if (other != table) {
                read += total(other, nothing).read();
                write += total(other, nothing).write();
            }
        }
        if (Math.max(read, write) > MOST_UNITS_OF_ACCOUNT) {
            throw TableRefusal.limit("Provisioned throughput of the account's tables and indexes is limited to "
                    + MOST_UNITS_OF_ACCOUNT + " read and write capacity units. It would be " + read + " and " + write);
        }
    }

    private static void requireWithinTable(Throughput wanted) {
        if (Math.max(wanted.read(), wanted.write()) > MOST_UNITS_OF_TABLE) {
            throw TableRefusal.limit(
                    "Provisioned throughput of a table and its indexes is limited to " + MOST_UNITS_OF_TABLE
                            + " read and write capacity units. Requested: " + wanted.read() + " and " + wanted.write());
        }
    }

    private static Throughput total(SimTable table, TableChange change) {
        Throughput own = change.table().or(table.capacity()::provisioned).orElse(Throughput.NONE);
        long read = own.read();
        long write = own.write();
        for (Map.Entry<String, SimTable.SimIndex> index : table.indexes().entrySet()) {
            Throughput wanted = Optional.ofNullable(change.indexes().get(index.getKey()))
                    .or(index.getValue().capacity()::provisioned)
                    .orElse(Throughput.NONE);
            read += wanted.read();
            write += wanted.write();
        }
        for (Optional<Throughput> wanted : change.newIndexes().values()) {
            read += wanted.orElse(Throughput.NONE).read();
            write += wanted.orElse(Throughput.NONE).write();
        }
        return new Throughput(read, write);
    }
}
