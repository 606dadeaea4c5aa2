package io.agentctl.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A table as its control plane knows it. To be used inside the simulation's lock. */
final class SimTable {
    /** DynamoDB Developer Guide, "Considerations when switching capacity modes". */
    private static final Duration SWITCHES_COUNT_FOR = Duration.ofHours(24);

    private final String name;
    private final Instant created;
    private final ObjectNode definition;
    private final Capacity capacity;
    private final Map<String, SimIndex> indexes = new LinkedHashMap<>();
    private final List<Instant> switchesToOnDemand = new ArrayList<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final OperationCounts calls = new OperationCounts();
    private BillingMode mode;
    private Status status;
    private boolean deletionProtection;
    private Optional<String> tableClass = Optional.empty();
    private List<String> replicas = List.of();

    /** What a table or index is doing. */
    enum Status {
        CREATING,
        ACTIVE,
        UPDATING,
        DELETING
    }

    /** A global index: its capacity and what it is doing. */
    static final class SimIndex {
        private final Capacity capacity;
        private Status status;

        SimIndex(Capacity capacity, Status status) {
            this.capacity = capacity;
            this.status = status;
        }

        Capacity capacity() {
            return capacity;
        }

        Status status() {
            return status;
        }

        void status(Status changed) {
            status = changed;
        }
    }

    /**
     * A table without indexes yet.
     *
     * @param definition name, keys and indexes as {@code CreateTable} spells them
     * @param mode how it is paid for
     * @param capacity what it has
     * @param created since when it has been there
     */
    SimTable(ObjectNode definition, BillingMode mode, Capacity capacity, Instant created) {
        this.name = definition.path("TableName").asText();
        this.definition = definition;
        this.mode = mode;
        this.capacity = capacity;
        this.created = created;
        this.status = Status.ACTIVE;
    }

    String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    ObjectNode definition() {
        return definition;
    }

    Capacity capacity() {
        return capacity;
    }

    Map<String, SimIndex> indexes() {
        return indexes;
    }

    Map<String, String> tags() {
        return tags;
    }

    /** What was called over HTTP. */
    OperationCounts calls() {
        return calls;
    }

    BillingMode mode() {
        return mode;
    }

    void mode(BillingMode changed) {
        mode = changed;
    }

    Status status() {
        return status;
    }

    void status(Status changed) {
        status = changed;
    }

    boolean deletionProtection() {
        return deletionProtection;
    }

    void deletionProtection(boolean changed) {
        deletionProtection = changed;
    }

    Optional<String> tableClass() {
        return tableClass;
    }

    void tableClass(String changed) {
        tableClass = Optional.of(changed);
    }

    /** Regions that it is replicated to. */
    List<String> replicas() {
        return replicas;
    }

    void replicas(List<String> regions) {
        replicas = List.copyOf(regions);
    }

    /** Switches to on-demand that still count, the oldest first. */
    List<Instant> recentSwitches(Instant now) {
        return switchesToOnDemand.stream()
                .filter(at -> at.isAfter(now.minus(SWITCHES_COUNT_FOR)))
                .toList();
    }

    void switchedToOnDemand(Instant at) {
        switchesToOnDemand.add(at);
    }

    Optional<Instant> lastSwitchToOnDemand() {
        return switchesToOnDemand.isEmpty() ? Optional.empty() : Optional.of(switchesToOnDemand.getLast());
    }

    /** Refuses whatever wants to change it while something else does. */
    void requireActive() {
        String doing =
                switch (status) {
                    case ACTIVE -> "";
                    case CREATING -> "created";
                    case UPDATING -> "updated";
                    case DELETING -> "deleted";
                };
        if (!doing.isEmpty()) {
            throw TableRefusal.inUse(
                    "Attempt to change a resource which is still in use: Table is being " + doing + ": " + name);
        }
    }
}
