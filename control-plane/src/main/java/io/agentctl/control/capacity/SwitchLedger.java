package io.agentctl.control.capacity;

import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.Step;
import io.agentctl.control.journal.StepState;
import io.agentctl.control.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a table was switched to on demand. DynamoDB shows the last time alone, so the journal is the ledger of the
 * others: a switch that somebody made by other means is known only if it was the last.
 */
final class SwitchLedger {

    /** In which DynamoDB counts switches. */
    static final Duration DAY = Duration.ofHours(24);

    /** A switch is noted when it is asked for and shown when DynamoDB took it. */
    private static final Duration SAME = Duration.ofMinutes(2);

    /** How long an operation may take, at most, whose switch lies within the day. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private SwitchLedger() {}

    /** The switches to on demand in the 24 hours before now, oldest first; an uncertain one is taken for one. */
    static List<Instant> switches(Journal journal, Target target, ObservedTable table, Instant now) {
        Instant since = now.minus(DAY);
        List<Instant> switches = new ArrayList<>(journal.newestFirst()
                .takeWhile(operation -> operation.startedAt().isAfter(since.minus(LONGEST)))
                .filter(operation -> operation.resource().equals(table.name().resource()))
                .filter(operation -> operation.target().samePlace(target))
                .flatMap(operation -> operation.steps().stream().flatMap(step -> ofStep(operation, step).stream()))
                .filter(instant -> instant.isAfter(since))
                .toList());
        table.lastSwitchToOnDemand()
                .filter(last -> last.isAfter(since))
                .filter(last -> switches.stream()
                        .noneMatch(one -> Duration.between(one, last).abs().compareTo(SAME) <= 0))
                .ifPresent(switches::add);
        return switches.stream().sorted().toList();
    }

    private static List<Instant> ofStep(Operation operation, Step step) {
        List<Instant> switches = new ArrayList<>();
        boolean acted = step.state() != StepState.PENDING;
        if (acted && SwitchMode.countsAsSwitch(step.action())) {
            String at = step.outcome().get(SwitchMode.SWITCHED_AT);
            switches.add(at == null ? operation.startedAt() : Instant.parse(at));
        }
        Optional<Instant> back = step.wayBack()
                .filter(SwitchMode::countsAsSwitch)
                .filter(ignored -> step.state() == StepState.UNDONE)
                .map(ignored -> operation.updatedAt());
        back.ifPresent(switches::add);
        return switches;
    }
}
