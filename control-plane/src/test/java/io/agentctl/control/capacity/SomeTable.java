package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.pricing.TableClass;
import io.agentctl.control.pricing.TablePriceTables;
import io.agentctl.control.pricing.TableRate;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.Suspension;
import io.agentctl.control.scaling.TargetTracking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A table with one global index, as a test wants it. */
final class SomeTable {

    static final TableName ORDERS = new TableName("orders");
    static final Meter READS = new Meter("", Direction.READS);
    static final Meter WRITES = new Meter("", Direction.WRITES);
    static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    static final Quotas QUOTAS = new Quotas(new Throughput(40_000, 40_000), new Throughput(80_000, 80_000));
    static final TableRate RATE =
            TablePriceTables.shipped().forRegion("us-east-1").rates().get(TableClass.STANDARD);

    private SomeTable() {}

    static ObservedTable onDemand() {
        return of(Mode.ON_DEMAND, "ACTIVE", Throughput.NONE, 0, null, Map.of());
    }

    static ObservedTable provisioned(int reads, int writes) {
        return of(Mode.PROVISIONED, "ACTIVE", new Throughput(reads, writes), 0, null, Map.of());
    }

    static ObservedTable of(
            Mode mode,
            String status,
            Throughput throughput,
            int decreasesToday,
            Instant lastDecrease,
            Map<Meter, ObservedScaling> scaling) {
        List<ObservedPart> parts = new ArrayList<>();
        for (String index : List.of("", "by-owner")) {
            parts.add(new ObservedPart(index, status, throughput, decreasesToday, lastDecrease, null, "pk"));
        }
        return new ObservedTable(
                ORDERS,
                status,
                mode,
                parts,
                new TreeMap<>(scaling),
                NOW.minus(Duration.ofDays(100)),
                null,
                List.of(),
                TableClass.STANDARD,
                true,
                0,
                0);
    }

    /** The same as a global table. */
    static ObservedTable replicated(ObservedTable table, String region) {
        return new ObservedTable(
                table.name(),
                table.status(),
                table.mode(),
                table.parts(),
                table.scaling(),
                table.created(),
                table.switched(),
                List.of(region),
                table.tableClass(),
                table.deletionProtection(),
                table.items(),
                table.bytes());
    }

    static ObservedScaling scaling(int min, int max, double target) {
        return new ObservedScaling(
                new Bounds(min, max), Suspension.NONE, new TargetTracking("kept", target, 60, null, false), 0);
    }

    /** Two days of units a second in each meter of the table; the index is written to as the table is, and not read. */
    static SortedMap<Meter, Demand> demands(DoubleUnaryOperator readsAtHour, DoubleUnaryOperator writesAtHour) {
        SortedMap<Meter, Demand> demands = new TreeMap<>();
        demands.put(READS, days(readsAtHour));
        demands.put(WRITES, days(writesAtHour));
        demands.put(new Meter("by-owner", Direction.READS), days(ignored -> 0));
        demands.put(new Meter("by-owner", Direction.WRITES), days(writesAtHour));
        return demands;
    }

    private static Demand days(DoubleUnaryOperator unitsAtHour) {
        return Demand.of(
                Instant.parse("2026-02-28T00:00:00Z"),
                IntStream.range(0, 2 * 24 * 60)
                        .mapToDouble(minute -> 60 * unitsAtHour.applyAsDouble(minute / 60 % 24))
                        .toArray());
    }
}
