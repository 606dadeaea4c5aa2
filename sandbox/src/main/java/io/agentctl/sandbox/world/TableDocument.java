package io.agentctl.sandbox.world;

import io.agentctl.sandbox.scaling.ScalingState;
import io.agentctl.sandbox.table.BillingMode;
import io.agentctl.sandbox.table.TableSeed;
import io.agentctl.sandbox.table.Throughput;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A DynamoDB table as it is written down; a name alone stands for one on demand with the keys {@code pk} and
 * {@code sk}.
 *
 * @param name its name
 * @param key its string partition key
 * @param sortKey its string sort key; null for none, where {@code key} is given
 * @param mode {@code on-demand} or {@code provisioned}
 * @param read read units a second; null on demand
 * @param write write units a second; null on demand
 * @param indexes its global indexes
 * @param traffic what others do with it; null for nothing
 * @param scaling how its throughput follows its use; null to stay
 * @param deletionProtection whether it cannot be deleted
 * @param insights whether Contributor Insights are enabled
 * @param tableClass {@code standard} or {@code infrequent-access}
 * @param replicas regions that it is replicated to, as a global table
 */
record TableDocument(
        String name,
        String key,
        String sortKey,
        String mode,
        Long read,
        Long write,
        List<IndexDocument> indexes,
        TableTrafficDocument traffic,
        TableScalingDocument scaling,
        Boolean deletionProtection,
        Boolean insights,
        String tableClass,
        List<String> replicas) {
    private static final String NAME = "[a-zA-Z0-9_.-]{3,255}";
    private static final String INFREQUENT = "infrequent-access";
    private static final String REGION = "[a-z]{2}(-[a-z]+)+-\\d";

    /** Fills in defaults and validates. */
    TableDocument {
        if (name == null || !name.matches(NAME)) {
            throw new IllegalArgumentException("a table needs a name of 3 to 255 letters, digits, -, _ and .");
        }
        sortKey = sortKey == null ? (key == null ? "sk" : "") : sortKey;
        key = key == null ? "pk" : key;
        mode = mode == null ? "on-demand" : mode.toLowerCase(Locale.ROOT);
        if (!mode.equals("on-demand") && !mode.equals("provisioned")) {
            throw new IllegalArgumentException("table " + name + ": mode is on-demand or provisioned, not " + mode);
        }
        boolean provisioned = mode.equals("provisioned");
        requireThroughput("table " + name, provisioned, read, write);
        indexes = indexes == null ? List.of() : List.copyOf(indexes);
        for (IndexDocument index : indexes) {
            requireThroughput("index " + index.name() + " of table " + name, provisioned, index.read(), index.write());
        }
        if (indexes.stream().map(IndexDocument::name).distinct().count() < indexes.size()) {
            throw new IllegalArgumentException("table " + name + ": two indexes have one name");
        }
        if (!provisioned && (scaling != null || indexes.stream().anyMatch(index -> index.scaling() != null))) {
            throw new IllegalArgumentException("table " + name + ": on demand there is nothing to scale");
        }
        deletionProtection = deletionProtection != null && deletionProtection;
        insights = insights != null && insights;
        tableClass = tableClass == null ? "standard" : tableClass.toLowerCase(Locale.ROOT);
        if (!tableClass.equals("standard") && !tableClass.equals(INFREQUENT)) {
            throw new IllegalArgumentException(
                    "table " + name + ": tableClass is standard or " + INFREQUENT + ", not " + tableClass);
        }
        replicas = replicas == null ? List.of() : List.copyOf(replicas);
        if (!replicas.stream().allMatch(region -> region.matches(REGION))) {
            throw new IllegalArgumentException("table " + name + ": replicas are regions, not " + replicas);
        }
        requireScaledWrites(name, provisioned && !replicas.isEmpty(), scaling);
    }

    /** A table of that name and the usual keys. */
    static TableDocument valueOf(String name) {
        return new TableDocument(name, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static void requireThroughput(String what, boolean provisioned, Long read, Long write) {
        if (provisioned && (read == null || write == null || read < 1 || write < 1)) {
            throw new IllegalArgumentException(what + ": provisioned needs read and write, at least 1");
        }
        if (!provisioned && (read != null || write != null)) {
            throw new IllegalArgumentException(what + ": on demand there is neither read nor write");
        }
    }

    /** DynamoDB Developer Guide, "Global tables": provisioned, their writes scale. */
    private static void requireScaledWrites(String name, boolean global, TableScalingDocument scaling) {
        if (global && (scaling == null || scaling.write() == null)) {
            throw new IllegalArgumentException(
                    "table " + name + ": with replicas it is on demand, or has scaling of its writes");
        }
    }

    /** Has scaling follow its use, from its beginning on. */
    void scale(ScalingState into, Instant since) {
        if (scaling != null) {
            scaling.scale(into, "table/" + name, since);
        }
        indexes.stream().filter(index -> index.scaling() != null).forEach(index -> index.scaling()
                .scale(into, "table/" + name + "/index/" + index.name(), since));
    }

    boolean provisioned() {
        return mode.equals("provisioned");
    }

    TableSeed toSeed(TablePast past, long seed) {
        long own = seed ^ name.hashCode();
        return new TableSeed(
                name,
                new TableSeed.Keys(key, sortKey),
                provisioned() ? BillingMode.PROVISIONED : BillingMode.ON_DEMAND,
                throughput(read, write),
                indexes.stream().map(index -> index.toSeed(past, own)).toList(),
                Optional.ofNullable(traffic).map(known -> known.toTraffic(past, own)),
                new TableSeed.Features(deletionProtection, insights, tableClass.equals(INFREQUENT), replicas));
    }

    private static Throughput throughput(Long read, Long write) {
        return read == null ? Throughput.NONE : new Throughput(read, write);
    }

    /**
     * A global index.
     *
     * @param name its name
     * @param key its string partition key
     * @param sortKey its string sort key; null for none
     * @param read read units a second; null on demand
     * @param write write units a second; null on demand
     * @param traffic what others do with it; null for nothing
     * @param scaling how its throughput follows its use; null to stay
     */
    record IndexDocument(
            String name,
            String key,
            String sortKey,
            Long read,
            Long write,
            TableTrafficDocument traffic,
            TableScalingDocument scaling) {
        IndexDocument {
            if (name == null || !name.matches(NAME)) {
                throw new IllegalArgumentException("an index needs a name of 3 to 255 letters, digits, -, _ and .");
            }
            if (key == null || key.isBlank()) {
                throw new IllegalArgumentException("index " + name + " needs a key");
            }
            sortKey = sortKey == null ? "" : sortKey;
        }

        TableSeed.IndexSeed toSeed(TablePast past, long seed) {
            return new TableSeed.IndexSeed(
                    name,
                    new TableSeed.Keys(key, sortKey),
                    throughput(read, write),
                    Optional.ofNullable(traffic).map(known -> known.toTraffic(past, seed ^ (31L * name.hashCode()))));
        }
    }
}
