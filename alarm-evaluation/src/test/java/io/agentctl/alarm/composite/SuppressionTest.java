package io.agentctl.alarm.composite;

import static io.agentctl.alarm.AlarmState.ALARM;
import static io.agentctl.alarm.AlarmState.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.composite.Suppression.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SuppressionTest {

    private static final Suppression.Times TIMES = new Suppression.Times(120, 180);

    /** Looks each minute; a letter a minute: A for ALARM, o for OK. Gives the minutes of actions. */
    private static List<String> actions(String alarm, String suppressor) {
        List<String> actions = new ArrayList<>();
        Suppression suppression = Suppression.NONE;
        AlarmState from = OK;
        for (int minute = 0; minute < alarm.length(); minute++) {
            AlarmState to = state(alarm, minute);
            Suppression.Outcome outcome = suppression.next(from, to, state(suppressor, minute), TIMES, minute * 60L);
            suppression = outcome.next();
            from = to;
            int now = minute;
            outcome.carriedOut().ifPresent(state -> actions.add(now + " " + state));
        }
        return actions;
    }

    private static AlarmState state(String states, int minute) {
        return states.charAt(minute) == 'A' ? ALARM : OK;
    }

    @Test
    void theActionsWaitForTheSuppressorAndGoAheadWithoutIt() {
        assertThat(actions("oAAAAAo", "ooooooo")).containsExactly("3 ALARM", "6 OK");
    }

    @Test
    void aSuppressorThatComesInTimeHoldsThemBack() {
        assertThat(actions("oAAAAAo", "ooAAAAA")).isEmpty();
    }

    @Test
    void anAlarmThatEndsWhileItsActionsWaitIsNeverHeardOf() {
        assertThat(actions("oAoooo", "oooooo")).isEmpty();
    }

    @Test
    void whenTheSuppressorGoesTheyAreHeldBackForTheExtensionOnly() {
        assertThat(actions("oAAAAAAAA", "oAAoooooo")).containsExactly("6 ALARM");
        assertThat(actions("oAAAoooo", "oAAooooo")).isEmpty();
        assertThat(actions("oAAAAAAAAAAA", "oAAooAoooooo")).containsExactly("9 ALARM");
    }

    @Test
    void withoutWaitNothingWaits() {
        Suppression.Outcome outcome = Suppression.NONE.next(OK, ALARM, OK, new Suppression.Times(0, 0), 0);
        assertThat(outcome.carriedOut()).contains(ALARM);
        assertThat(outcome.next().phase()).isEqualTo(Phase.NONE);
    }
}
