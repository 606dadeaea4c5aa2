package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.AlarmState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;

/** Changes states, and lets follow what follows: history, composite alarms, actions. */
final class AlarmStates {
    private final AlarmBook book;
    private final CompositeStates composites;
    private final AlarmActions actions;
    private final Suppressions suppressions;

    AlarmStates(AlarmBook book, AlarmActions actions) {
        this.book = book;
        this.composites = new CompositeStates(book);
        this.actions = actions;
        this.suppressions = new Suppressions(book, actions);
    }

    /**
     * An alarm that changed.
     *
     * @param alarm as it is now
     * @param from the state before
     */
    record Change(Alarm alarm, AlarmState from) {}

    /** Notes a state; empty when it is the same as before. */
    Optional<Change> note(Alarm alarm, Standing next) {
        Standing before = alarm.standing();
        alarm.stand(next);
        if (before.state() == next.state()) {
            return Optional.empty();
        }
        book.log()
                .add(
                        alarm,
                        HistoryItemType.STATE_UPDATE,
                        "Alarm updated from " + before.state() + " to " + next.state(),
                        HistoryData.transition(before, next),
                        book.now());
        return Optional.of(new Change(alarm, before.state()));
    }

    /**
     * Lets everything follow from what changed at one moment. All states are settled before any action is carried out,
     * so that it does not matter which alarm is looked at first.
     */
    void follow(List<Change> changes) {
        List<Change> all = new ArrayList<>(changes);
        Set<String> changed = new HashSet<>();
        changes.forEach(change -> changed.add(change.alarm().name()));
        for (Alarm composite : composites.childrenFirst()) {
            if (book.children(composite).stream().anyMatch(changed::contains)) {
                composites
                        .evaluate(composite, changed)
                        .flatMap(next -> note(composite, next))
                        .ifPresent(change -> {
                            changed.add(composite.name());
                            all.add(change);
                        });
            }
        }
        all.forEach(this::act);
        for (Alarm alarm : List.copyOf(book.all())) {
            boolean held = book.suppressor(alarm).filter(changed::contains).isPresent();
            if (held && !changed.contains(alarm.name())) {
                act(new Change(alarm, alarm.standing().state()));
            }
        }
    }

    /** Evaluates a composite alarm that was just put. */
    void define(Alarm composite, String verb) {
        composites
                .evaluate(composite, verb)
                .flatMap(next -> note(composite, next))
                .ifPresent(change -> follow(List.of(change)));
    }

    private void act(Change change) {
        switch (change.alarm().definition()) {
            case Definition.OfMetric ignored -> actions.carryOut(change.alarm(), change.from());
            case Definition.OfAlarms composite -> suppressions.look(change.alarm(), composite, change.from());
        }
    }
}
