package io.agentctl.control.alarms.replay;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.composite.CompositeRule;
import io.agentctl.alarm.composite.Suppression;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import java.util.Map;
import java.util.Optional;

/** Plays a composite alarm over the states of those that it names, which were played before. */
final class CompositeReplay {

    private CompositeReplay() {}

    static Timeline play(CompositeAlarm alarm, CompositeRule rule, Map<String, Timeline> played, Minutes minutes) {
        Timeline timeline = new Timeline(minutes);
        Optional<Timeline> suppressor = alarm.suppressor()
                .map(CompositeAlarm.Suppressor::alarm)
                .map(AlarmNames::of)
                .map(played::get);
        Suppression.Times times =
                alarm.suppressor().map(CompositeAlarm.Suppressor::times).orElse(new Suppression.Times(0, 0));
        AlarmState state = AlarmState.INSUFFICIENT_DATA;
        Suppression suppression = Suppression.NONE;
        boolean heard = true;
        for (int minute = 0; minute < minutes.count(); minute++) {
            AlarmState next = state(rule, played, minute);
            int now = minute;
            AlarmState above = suppressor.map(other -> other.state(now)).orElse(AlarmState.OK);
            Suppression.Outcome outcome = suppression.next(state, next, above, times, minutes.second(minute));
            suppression = outcome.next();
            if (next == AlarmState.ALARM && state != AlarmState.ALARM) {
                heard = false;
            }
            if (outcome.carriedOut().filter(AlarmState.ALARM::equals).isPresent()) {
                timeline.page(minute);
                heard = true;
            }
            if (next != AlarmState.ALARM && !heard) {
                timeline.holdBack();
                heard = true;
            }
            timeline.set(minute, next);
            if (isUncertain(rule, played, minute)) {
                timeline.doubt(minute);
            }
            state = next;
        }
        return timeline;
    }

    private static AlarmState state(CompositeRule rule, Map<String, Timeline> played, int minute) {
        return rule.holds(name -> played.get(AlarmNames.of(name)).state(minute)) ? AlarmState.ALARM : AlarmState.OK;
    }

    /** Whether the rule would come out otherwise if alarms whose state is uncertain had another. */
    private static boolean isUncertain(CompositeRule rule, Map<String, Timeline> played, int minute) {
        return possible(rule, played, minute) == Truth.EITHER;
    }

    private enum Truth {
        YES,
        NO,
        EITHER;

        static Truth of(boolean holds) {
            return holds ? YES : NO;
        }

        Truth not() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case EITHER -> EITHER;
            };
        }

        /** Both of them. */
        Truth and(Truth other) {
            if (this == NO || other == NO) {
                return NO;
            }
            return this == YES && other == YES ? YES : EITHER;
        }
    }

    private static Truth possible(CompositeRule rule, Map<String, Timeline> played, int minute) {
        return switch (rule) {
            case CompositeRule.Constant constant -> Truth.of(constant.value());
            case CompositeRule.Not not ->
                possible(not.operand(), played, minute).not();
            case CompositeRule.And and ->
                possible(and.left(), played, minute).and(possible(and.right(), played, minute));
            case CompositeRule.Or or ->
                possible(or.left(), played, minute)
                        .not()
                        .and(possible(or.right(), played, minute).not())
                        .not();
            case CompositeRule.Is is -> {
                Timeline child = played.get(AlarmNames.of(is.alarm()));
                yield child.isUncertain(minute) ? Truth.EITHER : Truth.of(child.state(minute) == is.state());
            }
        };
    }
}
