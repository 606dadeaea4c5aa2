package io.agentctl.control.alarms.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.alarms.definition.Ownership;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Objective;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What alarms are called, and whose they say they are. */
class AlarmNamesTest {

    private static final BurnRatePair FAST =
            new BurnRatePair(0.02, Duration.ofHours(1), Duration.ofMinutes(5), Urgency.PAGE);

    private static Composition compose(Objective... objectives) {
        return AlarmComposer.compose(List.of(objectives), List.of(), SomeObjectives.AUDIENCE);
    }

    @Test
    void namesAreStableAndNeverTooLong() {
        String endless = "a".repeat(400);
        Composition one = compose(SomeObjectives.ofEvents(endless, 0.999, List.of(FAST), 0));
        Composition other = compose(SomeObjectives.ofEvents(endless + "b", 0.999, List.of(FAST), 0));

        assertThat(one.alarms().map(AlarmDefinition::name))
                .allSatisfy(name -> assertThat(name).startsWith("acme-a").hasSizeLessThanOrEqualTo(255));
        assertThat(one.alarms().map(AlarmDefinition::name)).doesNotHaveDuplicates();
        assertThat(one.alarms().map(AlarmDefinition::name))
                .doesNotContainAnyElementsOf(
                        other.alarms().map(AlarmDefinition::name).toList());
    }

    @Test
    void everyAlarmSaysWhoseItIsAndSurvivesItsText() {
        Composition composition = compose(
                SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 5),
                SomeObjectives.ofLatency("latency", 0.95, Duration.ofMinutes(5), Alerting.USUAL_PAIRS));

        assertThat(composition.alarms()).hasSize(24).allSatisfy(alarm -> {
            assertThat(Ownership.ofDescription(alarm.description())).hasValueSatisfying(owner -> {
                assertThat(owner.project()).isEqualTo("acme");
                assertThat(owner.hash()).isEqualTo(Ownership.hash(alarm));
            });
            assertThat(AlarmJson.read(AlarmJson.write(alarm))).isEqualTo(alarm);
        });
    }
}
