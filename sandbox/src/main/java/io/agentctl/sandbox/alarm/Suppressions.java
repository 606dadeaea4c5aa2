package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.composite.Suppression;
import java.time.Instant;

/** Actions of composite alarms that are held back by another alarm. */
final class Suppressions {
    private final AlarmBook book;
    private final AlarmActions actions;

    Suppressions(AlarmBook book, AlarmActions actions) {
        this.book = book;
        this.actions = actions;
    }

    /** Looks at an alarm after it, or its suppressor, changed, and at the end of a wait. */
    void look(Alarm alarm, Definition.OfAlarms definition, AlarmState from) {
        Suppression before = alarm.suppression();
        long now = book.now().getEpochSecond();
        Suppression.Outcome outcome =
                before.next(from, alarm.standing().state(), suppressor(alarm), definition.times(), now);
        Suppression next = outcome.next();
        alarm.suppress(next);
        if (next.untilSecond() > now && !next.equals(before)) {
            // It is looked at again at the end, unless something else ended the wait before.
            book.simulation().timeline().schedule(Instant.ofEpochSecond(next.untilSecond()), () -> again(alarm, next));
        }
        if (next.phase() != Suppression.Phase.NONE && next.phase() != before.phase()) {
            actions.suppressed(alarm, reason(alarm));
        }
        outcome.carriedOut().ifPresent(ignored -> actions.carryOut(alarm, from));
    }

    private void again(Alarm alarm, Suppression waiting) {
        boolean same = book.find(alarm.name()).filter(alarm::equals).isPresent();
        if (same
                && alarm.suppression().equals(waiting)
                && alarm.definition() instanceof Definition.OfAlarms composite) {
            look(alarm, composite, alarm.standing().state());
        }
    }

    private AlarmState suppressor(Alarm alarm) {
        return book.suppressor(alarm)
                .flatMap(book::find)
                .map(other -> other.standing().state())
                .orElse(AlarmState.OK);
    }

    /** Why an alarm's actions are held back. */
    static String reason(Alarm alarm) {
        Instant until = Instant.ofEpochSecond(alarm.suppression().untilSecond());
        return switch (alarm.suppression().phase()) {
            case NONE -> "";
            case WAIT_PERIOD -> "Actions wait for the suppressor alarm until " + AlarmTimes.words(until);
            case ALARM -> "Actions are suppressed because the suppressor alarm is in ALARM";
            case EXTENSION_PERIOD ->
                "Actions are suppressed until " + AlarmTimes.words(until)
                        + ", the end of the extension after the suppressor alarm left ALARM";
        };
    }
}
