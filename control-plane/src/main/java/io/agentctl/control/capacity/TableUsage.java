package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a table was used, from the first measurement of any of its meters on; one that was never measured was not used
 * since it was made.
 *
 * @param meters each over the same periods
 * @param period of the measurements
 */
record TableUsage(SortedMap<Meter, MeterUsage> meters, Duration period) {

    TableUsage {
        meters = Collections.unmodifiableSortedMap(new TreeMap<>(meters));
    }

    /** Leaves out what was before the first measurement; before the table was made, if there is none. */
    static TableUsage of(SortedMap<Meter, MeterUsage> meters, LookBack back, Instant created) {
        int first = meters.values().stream().mapToInt(MeterUsage::first).min().orElse(0);
        int all = meters.values().stream()
                .mapToInt(usage -> usage.consumed().size())
                .min()
                .orElse(0);
        if (first == all) {
            Duration before = Duration.between(back.from(), created);
            first = (int)
                    Math.clamp(Math.ceilDiv(before.toSeconds(), back.period().toSeconds()), 0L, all);
        }
        SortedMap<Meter, MeterUsage> known = new TreeMap<>();
        for (Map.Entry<Meter, MeterUsage> one : meters.entrySet()) {
            known.put(one.getKey(), one.getValue().from(first));
        }
        return new TableUsage(known, back.period());
    }

    SortedMap<Meter, Demand> demands() {
        SortedMap<Meter, Demand> demands = new TreeMap<>();
        meters.forEach((meter, usage) -> demands.put(meter, usage.demand()));
        return demands;
    }

    /** How much time it tells of. */
    Duration measured() {
        return meters.isEmpty()
                ? Duration.ZERO
                : period.multipliedBy(meters.firstEntry().getValue().consumed().size());
    }

    /** True if anything was asked of it. */
    boolean used() {
        return meters.values().stream()
                .anyMatch(usage -> usage.first() < usage.consumed().size());
    }
}
