package io.agentctl.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.time.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Every table of an account. To be used inside the simulation's lock. */
public final class TableState {
    private final Simulation simulation;
    private final Arns arns;
    private final TableSettings settings;
    private final Map<String, SimTable> tables = new TreeMap<>();
    private Consumer<String> onSwitch = ignored -> {};

    /** No tables yet. */
    public TableState(Simulation simulation, Arns arns, TableSettings settings) {
        this.simulation = simulation;
        this.arns = arns;
        this.settings = settings;
    }

    /**
     * Adds a table that was there before.
     *
     * @param seed what it is
     * @param since when it was created
     */
    public void seed(TableSeed seed, Instant since) {
        if (tables.containsKey(seed.name())) {
            throw new IllegalArgumentException("there are two tables " + seed.name());
        }
        boolean provisioned = seed.mode() == BillingMode.PROVISIONED;
        SimTable table = new SimTable(
                Definitions.of(seed),
                seed.mode(),
                capacity(provisioned, seed.throughput(), since, seed.traffic()),
                since);
        seed.indexes().forEach(index -> table.indexes()
                .put(
                        index.name(),
                        new SimTable.SimIndex(
                                capacity(provisioned, index.throughput(), since, index.traffic()),
                                SimTable.Status.ACTIVE)));
        table.deletionProtection(seed.features().deletionProtection());
        table.replicas(seed.features().replicas());
        if (seed.features().infrequentAccess()) {
            table.tableClass("STANDARD_INFREQUENT_ACCESS");
        }
        if (seed.features().insights()) {
            InsightsSwitch on = new InsightsSwitch(true, since);
            table.capacity().insights(on);
            table.indexes().values().forEach(index -> index.capacity().insights(on));
        }
        tables.put(table.name(), table);
    }

    private static Capacity capacity(
            boolean provisioned, Throughput throughput, Instant since, Optional<TableTraffic> traffic) {
        return new Capacity(provisioned ? Optional.of(throughput) : Optional.empty(), since, traffic);
    }

    /** Has somebody told the names of tables that lose their scalable targets by a switch to on-demand. */
    public void onScalingLost(Consumer<String> told) {
        onSwitch = told;
    }

    /** The table or index that a resource id of scaling, {@code table/NAME} or {@code table/NAME/index/NAME}, names. */
    public Optional<CapacityHandle> capacity(String resourceId) {
        String[] parts = resourceId.split("/", -1);
        Optional<SimTable> table = parts.length < 2 ? Optional.empty() : find(parts[1]);
        return parts.length == 2
                ? table.map(known -> new CapacityHandle(this, known, "", known.capacity()))
                : table.filter(ignored -> parts.length == 4).flatMap(known -> index(known, parts[3]));
    }

    private Optional<CapacityHandle> index(SimTable table, String name) {
        return Optional.ofNullable(table.indexes().get(name))
                .map(index -> new CapacityHandle(this, table, name, index.capacity()));
    }

    /** The names of all tables. */
    public List<String> names() {
        return List.copyOf(tables.keySet());
    }

    Simulation simulation() {
        return simulation;
    }

    TableSettings settings() {
        return settings;
    }

    Arns arns() {
        return arns;
    }

    Collection<SimTable> all() {
        return tables.values();
    }

    SimTable require(String name) {
        return find(name).orElseThrow(() -> TableRefusal.notFound(name));
    }

    Optional<SimTable> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** What the engine needs to create the tables that are there now. */
    List<ObjectNode> definitions() {
        return tables.values().stream().map(SimTable::definition).toList();
    }

    /** Notes that the engine created a table. */
    SimTable create(ObjectNode request) {
        TableChange wanted = TableChange.ofCreation(request);
        BillingMode mode = wanted.mode().orElse(BillingMode.PROVISIONED);
        Instant now = simulation.instant();
        SimTable table = new SimTable(Definitions.forEngine(request), mode, new Capacity(wanted.table(), now), now);
        wanted.newIndexes().forEach((name, throughput) -> table.indexes()
                .put(
                        name,
                        new SimTable.SimIndex(
                                new Capacity(throughput, now),
                                settings.creating().isZero() ? SimTable.Status.ACTIVE : SimTable.Status.CREATING)));
        wanted.warm().ifPresent(table.capacity()::warm);
        table.deletionProtection(request.path("DeletionProtectionEnabled").asBoolean());
        if (request.hasNonNull("TableClass")) {
            table.tableClass(request.path("TableClass").asText());
        }
        for (JsonNode tag : request.path("Tags")) {
            table.tags().put(tag.path("Key").asText(), tag.path("Value").asText());
        }
        tables.put(table.name(), table);
        after(settings.creating(), table, SimTable.Status.CREATING, () -> activate(table));
        return table;
    }

    /** Notes that the engine deleted a table. */
    SimTable delete(String name) {
        SimTable table = require(name);
        after(settings.creating(), table, SimTable.Status.DELETING, () -> tables.remove(name, table));
        return table;
    }

    /** Refuses a change that the service would refuse. */
    void check(SimTable table, TableChange change) {
        table.requireActive();
        TableRules.check(table, change, tables.values(), simulation.instant());
    }

    /** Begins a change that was found good. */
    void change(SimTable table, TableChange change) {
        Instant now = simulation.instant();
        BillingMode former = table.mode();
        if (former == BillingMode.PROVISIONED && change.mode().orElse(former) == former) {
            change.table().ifPresent(wanted -> table.capacity().accepted(wanted, now));
            change.indexes()
                    .forEach((name, wanted) ->
                            table.indexes().get(name).capacity().accepted(wanted, now));
        }
        if (change.mode()
                .filter(mode -> mode != former && mode == BillingMode.ON_DEMAND)
                .isPresent()) {
            table.switchedToOnDemand(now);
        }
        change.newIndexes().forEach((name, wanted) -> table.indexes()
                .put(name, new SimTable.SimIndex(new Capacity(wanted, now), SimTable.Status.CREATING)));
        change.indexes().keySet().forEach(name -> table.indexes().get(name).status(SimTable.Status.UPDATING));
        change.goneIndexes().forEach(name -> table.indexes().get(name).status(SimTable.Status.DELETING));
        after(settings.updating(), table, SimTable.Status.UPDATING, () -> complete(table, change));
    }

    private void complete(SimTable table, TableChange change) {
        Instant now = simulation.instant();
        boolean toOnDemand = change.mode().filter(BillingMode.ON_DEMAND::equals).isPresent()
                && table.mode() != BillingMode.ON_DEMAND;
        change.mode().ifPresent(table::mode);
        change.goneIndexes().forEach(table.indexes()::remove);
        if (toOnDemand) {
            table.capacity().set(Optional.empty(), now);
            table.indexes().values().forEach(index -> index.capacity().set(Optional.empty(), now));
        } else {
            change.table().ifPresent(wanted -> table.capacity().set(Optional.of(wanted), now));
            change.indexes()
                    .forEach((name, wanted) ->
                            table.indexes().get(name).capacity().set(Optional.of(wanted), now));
        }
        change.warm().ifPresent(table.capacity()::warm);
        activate(table);
        if (toOnDemand && settings.scalingLostOnSwitch()) {
            onSwitch.accept(table.name());
        }
    }

    private void activate(SimTable table) {
        table.status(SimTable.Status.ACTIVE);
        table.indexes().values().forEach(index -> index.status(SimTable.Status.ACTIVE));
    }

    private void after(Duration time, SimTable table, SimTable.Status meanwhile, Runnable then) {
        if (time.isZero()) {
            then.run();
        } else {
            table.status(meanwhile);
            simulation.timeline().schedule(simulation.instant().plus(time), then);
        }
    }
}
