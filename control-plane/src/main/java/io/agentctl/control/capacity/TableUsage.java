package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Demand;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a table was used, from the first measurement of any of its meters on.
 *
 * @param meters each over the same periods
 * @param period of the measurements
 */
record TableUsage(SortedMap<Meter, MeterUsage> meters, Duration period) {

    TableUsage {
        int first = meters.values().stream().mapToInt(MeterUsage::first).min().orElse(0);
        SortedMap<Meter, MeterUsage> known = new TreeMap<>();
        meters.forEach((meter, usage) -> known.put(meter, usage.from(first)));
        meters = Collections.unmodifiableSortedMap(known);
    }

    SortedMap<Meter, Demand> demands() {
        SortedMap<Meter, Demand> demands = new TreeMap<>();
        meters.forEach((meter, usage) -> demands.put(meter, usage.demand()));
        return demands;
    }

    /** How long it was measured; zero if it never was. */
    Duration measured() {
        return meters.isEmpty()
                ? Duration.ZERO
                : period.multipliedBy(meters.firstEntry().getValue().consumed().size());
    }
}
