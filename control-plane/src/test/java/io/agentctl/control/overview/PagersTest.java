package io.agentctl.control.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Objective;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An alarm that wakes somebody makes the state critical; one that does not is a warning. */
class PagersTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:oncall";

    private static Objective availability() {
        Objective plain = SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 10);
        Alerting told = new Alerting(
                Alerting.USUAL_PAIRS,
                10,
                new TreeMap<>(Map.of(
                        Urgency.PAGE, new Recipients(List.of("oncall"), List.of(), List.of()),
                        Urgency.TICKET, new Recipients(List.of("work"), List.of(), List.of()))),
                Backend.ALARMS);
        return new Objective(
                plain.name(),
                plain.service(),
                plain.description(),
                plain.indicator(),
                plain.target(),
                plain.budgeting(),
                plain.window(),
                told,
                plain.levels(),
                plain.position());
    }

    private static AlarmLine ringing(String name, String... tells) {
        return new AlarmLine(name, "ALARM", Instant.EPOCH, "", List.of(tells));
    }

    private static Judge.Judgement judged(AlarmLine alarm) {
        Judge judge = new Judge();
        judge.alarms(List.of(alarm), Pagers.of("acme", List.of(availability())));
        return judge.judgement();
    }

    @Test
    void aPairThatPagesIsCriticalAndOneThatWritesTicketsIsNot() {
        assertThat(judged(ringing("acme-availability-burn-1h", "arn:aws:sns:us-east-1:123456789012:other")))
                .isEqualTo(new Judge.Judgement(
                        RuntimeStatus.Verdict.CRITICAL,
                        List.of("alarm acme-availability-burn-1h is in ALARM, which wakes somebody")));
        assertThat(judged(ringing("acme-availability-burn-3d", "arn:aws:sns:us-east-1:123456789012:work"))
                        .verdict())
                .isEqualTo(RuntimeStatus.Verdict.WARNING);
    }

    @Test
    void aPlainAlarmThatTellsWhoeverIsWokenIsCritical() {
        assertThat(judged(ringing("acme-slow", TOPIC)).verdict()).isEqualTo(RuntimeStatus.Verdict.CRITICAL);
        assertThat(judged(ringing("acme-slow", "arn:aws:sns:us-east-1:123456789012:work"))
                        .verdict())
                .isEqualTo(RuntimeStatus.Verdict.WARNING);
    }

    @Test
    void whatTellsNobodyWakesNobody() {
        assertThat(judged(ringing("acme-availability-burn-1h")).verdict())
                .as("it is muted")
                .isEqualTo(RuntimeStatus.Verdict.WARNING);
    }
}
