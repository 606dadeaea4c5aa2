package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What DynamoDB would refuse of the throughput that a change gives to a table. */
final class CapacityRefusals {

    private static final String QUOTA_ADVICE = "Ask for a higher quota in Service Quotas, or stay on demand.";

    private CapacityRefusals() {}

    /**
     * Why a table cannot be switched to provisioned with these throughputs.
     *
     * @param scaled which meters scale once it is
     */
    static List<Refusal> ofSwitch(ObservedTable table, Throughputs wanted, Set<Meter> scaled, AccountRoom room) {
        List<Refusal> refusals = new ArrayList<>(Refusals.ofState(table));
        for (ObservedPart part : table.parts()) {
            Throughput throughput = wanted.parts().get(part.index());
            if (throughput == null || !throughput.usable()) {
                refusals.add(new Refusal(
                        part.title() + " would have throughput "
                                + Objects.requireNonNullElse(throughput, Throughput.NONE)
                                + ", and at least 1 of each is needed",
                        Optional.empty(),
                        "Provisioned throughput is needed for the table and each of its global indexes."));
            } else if (!throughput.within(room.quotas().table())) {
                refusals.add(new Refusal(
                        part.title() + " would have " + throughput + ", over the quota of "
                                + room.quotas().table(),
                        Optional.empty(),
                        QUOTA_ADVICE));
            }
        }
        ofAccount(wanted.sum(), room).ifPresent(refusals::add);
        if (!table.replicas().isEmpty() && !scaled.contains(new Meter("", Direction.WRITES))) {
            refusals.add(new Refusal(
                    "it is a global table with replicas in " + String.join(", ", table.replicas())
                            + ", whose writes must scale",
                    Optional.empty(),
                    "Have it scale, with a --target for its utilization."));
        }
        return refusals;
    }

    /** Why a table cannot scale so: bounds pull capacity into them at once, which quotas and decreases bound. */
    static List<Refusal> ofScaling(
            ObservedTable table, SortedMap<Meter, Optional<AutoScaled>> wanted, AccountRoom room, Instant now) {
        List<Refusal> refusals = new ArrayList<>(Refusals.ofState(table));
        wanted.forEach((meter, setting) -> setting.filter(
                        bounds -> bounds.max() > room.quotas().table().units(meter.direction()))
                .ifPresent(bounds -> refusals.add(new Refusal(
                        "a most of " + bounds.max() + " " + meter + " is over the quota of "
                                + room.quotas().table().units(meter.direction()),
                        Optional.empty(),
                        "Ask for a higher quota in Service Quotas."))));
        Throughputs pulled = pulled(table, wanted);
        if (!pulled.sum().within(table.throughputs().sum())) {
            ofAccount(pulled.sum(), room).ifPresent(refusals::add);
        }
        refusals.addAll(Refusals.ofDecreases(table, pulled, now));
        return refusals;
    }

    /** What each part has once bounds have pulled it into them. */
    private static Throughputs pulled(ObservedTable table, SortedMap<Meter, Optional<AutoScaled>> wanted) {
        Map<String, Throughput> pulled = new HashMap<>(table.throughputs().parts());
        wanted.forEach((meter, setting) -> setting.ifPresent(bounds -> {
            int units = Math.clamp(table.units(meter), bounds.min(), bounds.max());
            pulled.computeIfPresent(meter.index(), (index, there) -> there.with(meter.direction(), units));
        }));
        return Throughputs.of(pulled);
    }

    private static Optional<Refusal> ofAccount(Throughput wanted, AccountRoom room) {
        Throughput all = wanted.plus(room.others());
        Throughput most = room.quotas().account();
        if (all.within(most)) {
            return Optional.empty();
        }
        Throughput over =
                new Throughput(Math.max(0, all.reads() - most.reads()), Math.max(0, all.writes() - most.writes()));
        return Optional.of(new Refusal(
                "the table with its indexes would have " + wanted + " and the account's other tables have "
                        + room.others() + ", which is over its quota of " + most,
                Optional.empty(),
                "It is possible once " + over + " are given up elsewhere (agentctl table list). " + QUOTA_ADVICE));
    }
}
