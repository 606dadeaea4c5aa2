package io.agentctl.control.capacity;

import java.util.Optional;

/** Why a meter is provided for as it is, in the words of a plan. */
final class ThroughputReason {

    private ThroughputReason() {}

    /** Of what a table or an index begins with. */
    static String of(MeterChoice reads, MeterChoice writes) {
        boolean bothScale = reads.scaled().isPresent() && writes.scaled().isPresent();
        return bothScale ? "its peak at the target, to begin with" : word(reads) + "; " + word(writes);
    }

    /** Of one meter: what it costs in a month, and what the other way would. */
    static String of(MeterChoice choice) {
        ProvisionedMeter meter = choice.meter();
        boolean scales = choice.scaled().isPresent();
        String other = (scales ? meter.fixed() : meter.scaled())
                .map(cost -> cost.monthly() + (scales ? " fixed at " : " scaling ") + cost.setting())
                .orElse(scales ? "fixed it would throttle too much" : "scaling it would throttle too much");
        return meter.reason() + ": " + meter.chosen().monthly() + (scales ? " scaling" : " fixed") + ", " + other;
    }

    private static String word(MeterChoice choice) {
        Direction direction = choice.meter().meter().direction();
        Optional<String> begins = choice.scaled().map(ignored -> ": the peak at the target, to begin with");
        return new Meter("", direction) + begins.orElseGet(() -> " fixed, " + of(choice));
    }
}
