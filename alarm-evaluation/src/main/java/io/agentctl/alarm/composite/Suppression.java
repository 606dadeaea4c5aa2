package io.agentctl.alarm.composite;

import io.agentctl.alarm.AlarmState;
import java.util.Optional;

/**
 * Whether the actions of a composite alarm are held back because another alarm, the suppressor, is in ALARM (CloudWatch
 * User Guide, "Composite alarm action suppression").
 *
 * <p>On going to ALARM the actions wait for the suppressor: if it comes, they are held back; if the wait ends without
 * it, they are carried out. When the suppressor leaves ALARM they are held back for the extension more, and carried out
 * if the alarm is still in ALARM then. Held back, an alarm that goes back to OK carries out nothing.
 *
 * @param phase what holds the actions back
 * @param untilSecond when the wait or the extension ends, since the epoch; 0 in other phases
 */
public record Suppression(Phase phase, long untilSecond) {

    /** Nothing is held back. */
    public static final Suppression NONE = new Suppression(Phase.NONE, 0);

    /** What holds actions back. */
    public enum Phase {
        NONE,
        WAIT_PERIOD,
        ALARM,
        EXTENSION_PERIOD
    }

    /**
     * How long actions are held back.
     *
     * @param waitSeconds for the suppressor to come
     * @param extensionSeconds after it has gone
     */
    public record Times(int waitSeconds, int extensionSeconds) {
        public Times {
            if (waitSeconds < 0 || extensionSeconds < 0) {
                throw new IllegalArgumentException("a wait and an extension are not negative");
            }
        }
    }

    /**
     * What comes of a look at both alarms.
     *
     * @param next the suppression from now on
     * @param carriedOut the state whose actions are carried out now, if any
     */
    public record Outcome(Suppression next, Optional<AlarmState> carriedOut) {}

    /**
     * Looks at both alarms, which is due whenever one of them changes and when the time of a phase is over.
     *
     * @param from the alarm's state before
     * @param to its state now
     * @param suppressor the suppressor's state now
     * @param second now, since the epoch
     */
    public Outcome next(AlarmState from, AlarmState to, AlarmState suppressor, Times times, long second) {
        boolean suppressed = suppressor == AlarmState.ALARM;
        if (to != AlarmState.ALARM) {
            boolean silent = from != AlarmState.ALARM ? from == to || suppressed : phase != Phase.NONE || suppressed;
            return new Outcome(NONE, silent ? Optional.empty() : Optional.of(to));
        }
        if (from != AlarmState.ALARM) {
            if (suppressed) {
                return held(Phase.ALARM, 0);
            }
            return times.waitSeconds() == 0 ? released() : held(Phase.WAIT_PERIOD, second + times.waitSeconds());
        }
        return switch (phase) {
            case NONE -> new Outcome(this, Optional.empty());
            case WAIT_PERIOD -> suppressed ? held(Phase.ALARM, 0) : whenOver(second);
            case ALARM -> {
                if (suppressed) {
                    yield new Outcome(this, Optional.empty());
                }
                yield times.extensionSeconds() == 0
                        ? released()
                        : held(Phase.EXTENSION_PERIOD, second + times.extensionSeconds());
            }
            case EXTENSION_PERIOD -> suppressed ? held(Phase.ALARM, 0) : whenOver(second);
        };
    }

    private Outcome whenOver(long second) {
        return second >= untilSecond ? released() : new Outcome(this, Optional.empty());
    }

    private static Outcome held(Phase phase, long untilSecond) {
        return new Outcome(new Suppression(phase, untilSecond), Optional.empty());
    }

    private static Outcome released() {
        return new Outcome(NONE, Optional.of(AlarmState.ALARM));
    }
}
