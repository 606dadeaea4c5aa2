package io.agentctl.control.capacity;

import io.agentctl.control.pricing.TableClass;
import io.agentctl.control.scaling.ObservedScaling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table as it is.
 *
 * @param name its name
 * @param status as DynamoDB says it, such as {@code ACTIVE}
 * @param mode how it is paid for
 * @param parts the table itself first, then its global indexes by name
 * @param scaling what Application Auto Scaling has for it
 * @param created when it was made
 * @param switched when it last became on demand; null if never, or if it is provisioned and DynamoDB does not tell
 * @param replicas the regions of its replicas, if it is a global table
 * @param tableClass by which it is priced
 * @param deletionProtection whether it is kept from being deleted
 * @param items how many it has, as of the last few hours
 * @param bytes their size, likewise
 */
record ObservedTable(
        TableName name,
        String status,
        Mode mode,
        List<ObservedPart> parts,
        SortedMap<Meter, ObservedScaling> scaling,
        Instant created,
        Instant switched,
        List<String> replicas,
        TableClass tableClass,
        boolean deletionProtection,
        long items,
        long bytes) {

    ObservedTable {
        parts = List.copyOf(parts);
        scaling = Collections.unmodifiableSortedMap(new TreeMap<>(scaling));
        replicas = List.copyOf(replicas);
    }

    ObservedTable with(Map<Meter, ObservedScaling> found) {
        return new ObservedTable(
                name,
                status,
                mode,
                parts,
                new TreeMap<>(found),
                created,
                switched,
                replicas,
                tableClass,
                deletionProtection,
                items,
                bytes);
    }

    /** All that is provided for by itself, the table first. */
    List<Meter> meters() {
        List<Meter> meters = new ArrayList<>();
        for (ObservedPart part : parts) {
            meters.add(new Meter(part.index(), Direction.READS));
            meters.add(new Meter(part.index(), Direction.WRITES));
        }
        return meters;
    }

    Optional<ObservedPart> part(String index) {
        return parts.stream().filter(part -> part.index().equals(index)).findFirst();
    }

    Optional<ObservedScaling> scaling(Meter meter) {
        return Optional.ofNullable(scaling.get(meter));
    }

    /** Units a second provisioned; 0 on demand. */
    int units(Meter meter) {
        return mode == Mode.ON_DEMAND
                ? 0
                : part(meter.index())
                        .map(part -> part.throughput().units(meter.direction()))
                        .orElse(0);
    }

    Throughputs throughputs() {
        return Throughputs.of(parts.stream().collect(Collectors.toMap(ObservedPart::index, ObservedPart::throughput)));
    }

    Optional<Instant> lastSwitchToOnDemand() {
        return Optional.ofNullable(switched);
    }

    /** True if DynamoDB takes an update: the table and every index is settled. */
    boolean settled() {
        return status.equals(ObservedPart.ACTIVE) && parts.stream().allMatch(ObservedPart::active);
    }

    /** What must not have changed when a plan is applied; what scaling moves by itself is not of it. */
    String fingerprint() {
        String capacity = meters().stream()
                .map(meter -> meter + " "
                        + scaling(meter).map(ScalingText::full).orElseGet(() -> Integer.toString(units(meter))))
                .collect(Collectors.joining(", "));
        return mode + ", " + capacity;
    }
}
