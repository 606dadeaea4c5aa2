package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.DecreaseBudget;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What DynamoDB would refuse, known before it is asked (DynamoDB Developer Guide, "Quotas" and "Switching modes"). */
final class Refusals {

    /** Switches to on demand in a rolling 24 hours. */
    static final int SWITCHES_A_DAY = 4;

    private Refusals() {}

    /** Why a table takes no update now. */
    static List<Refusal> ofState(ObservedTable table) {
        List<Refusal> refusals = new ArrayList<>();
        for (ObservedPart part : table.parts()) {
            if (!part.active()) {
                refusals.add(new Refusal(
                        part.title() + " is " + part.status(),
                        Optional.empty(),
                        switch (part.status()) {
                            case "CREATING", "UPDATING" -> "Try again when it is ACTIVE.";
                            case "DELETING" -> "It is going away.";
                            default -> "See DynamoDB's documentation on what ends that state.";
                        }));
            }
        }
        return refusals;
    }

    /** Why it cannot be switched to on demand now. */
    static List<Refusal> ofSwitchToOnDemand(ObservedTable table, List<Instant> switches) {
        List<Refusal> refusals = new ArrayList<>(ofState(table));
        if (switches.size() >= SWITCHES_A_DAY) {
            refusals.add(new Refusal(
                    "it was switched to on demand " + switches.size() + " times in the last 24 hours, and "
                            + SWITCHES_A_DAY + " are allowed",
                    Optional.of(possibleAgain(switches)),
                    ""));
        }
        return refusals;
    }

    /** When the fourth last of at least four switches is a day old. */
    static Instant possibleAgain(List<Instant> switches) {
        return switches.get(switches.size() - SWITCHES_A_DAY)
                .plus(SwitchLedger.DAY)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(1);
    }

    /** Why throughput cannot be lowered now; nothing if it is not. */
    static List<Refusal> ofDecreases(ObservedTable table, Throughputs wanted, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        for (ObservedPart part : table.parts()) {
            Throughput to = wanted.parts().getOrDefault(part.index(), part.throughput());
            boolean lower = to.reads() < part.throughput().reads()
                    || to.writes() < part.throughput().writes();
            Instant last = part.decreased().orElse(Instant.EPOCH);
            if (lower
                    && !DecreaseBudget.allowed(
                            part.decreasesToday(), Duration.between(last, now).toMinutes())) {
                Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
                Instant hour = last.plus(1, ChronoUnit.HOURS);
                boolean dayOver = part.decreasesToday() >= DecreaseBudget.MOST_A_DAY || hour.isAfter(midnight);
                refusals.add(new Refusal(
                        part.title() + " was lowered " + part.decreasesToday() + " times today",
                        Optional.of(dayOver ? midnight : hour),
                        ""));
            }
        }
        return refusals;
    }

    /**
     * Stops if there is any.
     *
     * @param doing what they keep from, such as {@code scale table orders}
     * @throws AgentctlException CONFLICT, saying why and when it will be possible
     */
    static void requireNone(String doing, List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "cannot " + doing + ": "
                            + refusals.stream().map(Refusal::toString).collect(Collectors.joining("; ")),
                    (refusals.stream().map(Refusal::advice).distinct().collect(Collectors.joining(" "))
                                    + " Nothing was changed.")
                            .strip());
        }
    }
}
