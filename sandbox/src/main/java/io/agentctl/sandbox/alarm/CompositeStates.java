package io.agentctl.sandbox.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.alarm.AlarmState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules of composite alarms come to. */
final class CompositeStates {
    private final AlarmBook book;

    CompositeStates(AlarmBook book) {
        this.book = book;
    }

    /**
     * The composite alarms, each after those that it names. Those in a cycle are left out: their evaluation stops
     * (service model, PutCompositeAlarm).
     */
    List<Alarm> childrenFirst() {
        Set<Alarm> ordered = new LinkedHashSet<>();
        for (Alarm alarm : book.all()) {
            if (alarm.definition() instanceof Definition.OfAlarms) {
                visit(alarm, ordered, new HashSet<>());
            }
        }
        return new ArrayList<>(ordered);
    }

    private void visit(Alarm alarm, Set<Alarm> ordered, Set<Alarm> seen) {
        if (ordered.contains(alarm) || !seen.add(alarm)) {
            return;
        }
        for (String name : book.children(alarm)) {
            book.find(name)
                    .filter(child -> child.definition() instanceof Definition.OfAlarms)
                    .ifPresent(child -> visit(child, ordered, seen));
        }
        if (!reaches(alarm, alarm, new HashSet<>())) {
            ordered.add(alarm);
        }
    }

    private boolean reaches(Alarm from, Alarm target, Set<Alarm> seen) {
        return seen.add(from)
                && book.children(from).stream()
                        .flatMap(name -> book.find(name).stream())
                        .anyMatch(child -> child == target || reaches(child, target, seen));
    }

    /** Evaluates because alarms that it names changed. */
    Optional<Standing> evaluate(Alarm composite, Set<String> changed) {
        Alarm trigger = book.children(composite).stream()
                .filter(changed::contains)
                .flatMap(name -> book.find(name).stream())
                .findFirst()
                .orElseThrow();
        return evaluate(
                composite,
                "%s transitioned to %s at %s"
                        .formatted(
                                trigger.arn(),
                                trigger.standing().state(),
                                AlarmTimes.words(trigger.standing().transitioned())),
                List.of(trigger));
    }

    /** Evaluates because it was created or updated, as the verb says. */
    Optional<Standing> evaluate(Alarm composite, String verb) {
        if (reaches(composite, composite, new HashSet<>())) {
            return Optional.empty();
        }
        AlarmState state = state(composite);
        return evaluate(
                composite,
                "%s was %s and its alarm rule evaluates to %s".formatted(composite.arn(), verb, state),
                List.of());
    }

    private Optional<Standing> evaluate(Alarm composite, String reason, List<Alarm> triggers) {
        AlarmState state = state(composite);
        if (state == composite.standing().state()) {
            return Optional.empty();
        }
        return Optional.of(composite.standing().next(state, reason, data(triggers), book.now()));
    }

    private AlarmState state(Alarm composite) {
        return switch (composite.definition()) {
            case Definition.OfMetric ignored -> composite.standing().state();
            case Definition.OfAlarms definition ->
                definition.rule().holds(this::stateOf) ? AlarmState.ALARM : AlarmState.OK;
        };
    }

    private AlarmState stateOf(String nameOrArn) {
        return book.find(nameOrArn).map(alarm -> alarm.standing().state()).orElse(AlarmState.INSUFFICIENT_DATA);
    }

    private static String data(List<Alarm> triggers) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode alarms = data.putArray("triggeringAlarms");
        for (Alarm trigger : triggers) {
            ObjectNode one = alarms.addObject().put("arn", trigger.arn());
            one.putObject("state")
                    .put("value", trigger.standing().state().name())
                    .put("timestamp", AlarmTimes.text(trigger.standing().transitioned()));
        }
        return data.toString();
    }
}
