package io.agentctl.control.alarms.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.alarm.AlarmState;
import io.agentctl.control.alarms.compose.AlarmComposer;
import io.agentctl.control.alarms.compose.Composition;
import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.alarms.definition.Mute;
import io.agentctl.control.alarms.upkeep.AlarmChange.Cause;
import io.agentctl.control.alarms.upkeep.AlarmChange.FieldChange;
import io.agentctl.control.alarms.upkeep.AlarmPlanner.Deleting;
import io.agentctl.control.alarms.upkeep.AlarmPlanner.Planned;
import io.agentctl.control.alarms.upkeep.ObservedAlarm.Condition;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.pricing.AlarmPriceTables;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AlarmPlannerTest {

    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");
    private static final List<BurnRatePair> PAIRS = Alerting.USUAL_PAIRS;

    private static Composition wanted(double target, List<BurnRatePair> pairs) {
        return wanted(SomeObjectives.ofEvents("availability", target, pairs, 10));
    }

    private static Composition wanted(Objective... objectives) {
        return AlarmComposer.compose(List.of(objectives), List.of(), SomeObjectives.AUDIENCE);
    }

    private static List<ObservedAlarm> there(Composition composition) {
        return there(composition, UnaryOperator.identity());
    }

    private static List<ObservedAlarm> there(Composition composition, UnaryOperator<AlarmDefinition> edit) {
        return new ArrayList<>(
                composition.alarms().map(edit).map(AlarmPlannerTest::observed).toList());
    }

    private static ObservedAlarm observed(AlarmDefinition alarm) {
        return new ObservedAlarm(
                alarm.name(),
                "arn:" + alarm.name(),
                alarm.description(),
                Optional.of(alarm.tags()),
                Optional.of(alarm),
                new Condition(AlarmState.OK, NOW, "", alarm.actions().enabled(), ""));
    }

    private static Planned plan(Composition wanted, List<ObservedAlarm> observed, Deleting deleting) {
        return AlarmPlanner.plan(
                wanted, observed, deleting, AlarmPriceTables.shipped().forRegion("us-east-1"), NOW);
    }

    @Test
    void nothingIsThereAndAllIsAddedChildrenFirst() {
        Planned planned = plan(wanted(0.999, PAIRS), List.of(), Deleting.LEFT_OVER);

        ResourcePlan group = planned.resources().getFirst();
        assertThat(group.resource()).hasToString("alarm-group:acme/availability");
        assertThat(group.changes()).hasSize(12).allSatisfy(change -> {
            assertThat(change.from()).isEmpty();
            assertThat(AlarmJson.read(change.to()).name()).isEqualTo(change.field());
        });
        assertThat(group.changes().stream().map(Change::field).limit(3))
                .containsExactly(
                        "acme-availability-burn-1h-long",
                        "acme-availability-burn-1h-short",
                        "acme-availability-burn-1h");
        assertThat(group.monthly()).as("16 metrics and 4 composites").isEqualTo(Money.ofUsd(16 * 0.10 + 4 * 0.50));
        assertThat(planned.changes()).extracting(AlarmChange::cause).containsOnly(Cause.NEW);
    }

    @Test
    void whatIsAsItShouldBeIsNoChange() {
        Composition wanted = wanted(0.999, PAIRS);

        assertThat(plan(wanted, there(wanted), Deleting.LEFT_OVER).resources()).isEmpty();
    }

    @Test
    void anEditByHandIsToldFieldByFieldFromWhatTheFileSays() {
        Composition wanted = wanted(0.999, PAIRS);
        List<ObservedAlarm> edited = there(
                wanted,
                alarm -> alarm.name().equals("acme-availability-burn-1h-long")
                        ? AlarmJson.read(AlarmJson.write(alarm).replace("\"threshold\":0.0144", "\"threshold\":0.5"))
                        : alarm);

        Planned planned = plan(wanted, edited, Deleting.LEFT_OVER);

        assertThat(planned.changes()).singleElement().satisfies(change -> {
            assertThat(change.cause()).isEqualTo(Cause.HAND);
            assertThat(change.fields()).containsExactly(new FieldChange("threshold", "0.5", "0.0144"));
        });
    }

    @Test
    void anotherObjectiveIsTheFilesDoing() {
        Planned planned = plan(wanted(0.9995, PAIRS), there(wanted(0.999, PAIRS)), Deleting.LEFT_OVER);

        assertThat(planned.changes()).hasSize(8).extracting(AlarmChange::cause).containsOnly(Cause.FILE);
        assertThat(planned.changes().getFirst().fields())
                .extracting(FieldChange::field)
                .containsExactly("threshold", "description");
    }

    @Test
    void alarmsOfOthersAreRefusedAndLeftAlone() {
        Composition wanted = wanted(0.999, PAIRS);
        List<ObservedAlarm> theirs = there(
                wanted,
                alarm -> alarm.name().endsWith("burn-1h")
                        ? alarm.described("mine").tagged(new TreeMap<>())
                        : alarm);

        Planned planned = plan(wanted, theirs, Deleting.LEFT_OVER);

        assertThat(planned.resources()).isEmpty();
        assertThat(planned.findings()).extracting(Finding::text).singleElement().satisfies(text -> assertThat(text)
                .contains("slos.yaml:7:3: error", "acme-availability-burn-1h ", "did not make it"));
    }

    @Test
    void anAlarmOfWhichOnlyTheTagsOrOnlyTheDescriptionTellIsStillOurs() {
        Composition wanted = wanted(0.999, PAIRS);

        assertThat(plan(wanted, there(wanted, alarm -> alarm.tagged(new TreeMap<>())), Deleting.LEFT_OVER))
                .satisfies(planned -> {
                    assertThat(planned.findings()).isEmpty();
                    assertThat(planned.changes()).hasSize(12).allSatisfy(change -> assertThat(change.fields())
                            .extracting(FieldChange::field)
                            .containsExactly("tags.agentctl:objective", "tags.agentctl:project"));
                });
        assertThat(plan(wanted, there(wanted, alarm -> alarm.described("mine")), Deleting.LEFT_OVER)
                        .findings())
                .isEmpty();
    }

    @Test
    void aPairThatIsGoneIsDeletedCompositeFirst() {
        Planned planned = plan(wanted(0.999, PAIRS.subList(0, 3)), there(wanted(0.999, PAIRS)), Deleting.LEFT_OVER);

        assertThat(planned.changes()).extracting(AlarmChange::alarm).hasSize(3).startsWith("acme-availability-burn-3d");
        assertThat(planned.resources().getFirst().monthly()).isEqualTo(Money.ofUsd(-0.90));
    }

    @Test
    void anObjectiveThatIsGoneIsLeftToPruneInAnOrderThatAwsTakes() {
        Composition none = new Composition("acme", List.of(), List.of());
        List<ObservedAlarm> there = there(wanted(0.999, PAIRS));

        Planned left = plan(none, there, Deleting.LEFT_OVER);
        Planned pruned = plan(none, there, Deleting.ONLY_ORPHANS);

        assertThat(left.resources()).isEmpty();
        assertThat(left.orphans()).hasSize(12);
        List<String> order = pruned.changes().stream().map(AlarmChange::alarm).toList();
        assertThat(order).hasSize(12);
        for (String window : List.of("1h", "6h", "1d", "3d")) {
            assertThat(order.indexOf("acme-availability-burn-" + window))
                    .isLessThan(order.indexOf("acme-availability-burn-" + window + "-long"));
        }
        assertThat(order.indexOf("acme-availability-burn-3d"))
                .as("before what suppresses it")
                .isLessThan(order.indexOf("acme-availability-burn-1d"));
    }

    @Test
    void pruningChangesNothingElse() {
        assertThat(plan(wanted(0.9995, PAIRS), there(wanted(0.999, PAIRS)), Deleting.ONLY_ORPHANS)
                        .resources())
                .isEmpty();
    }

    @Test
    void aMuteThatHoldsIsLeftAndOneThatIsOverIsLifted() {
        Composition wanted = wanted(0.999, PAIRS);
        Mute mute = new Mute(NOW.plus(Duration.ofHours(1)), "deploy", "kim@host");
        List<ObservedAlarm> muted = there(wanted, alarm -> alarm.name().endsWith("-1h") ? mute.over(alarm) : alarm);

        assertThat(plan(wanted, muted, Deleting.LEFT_OVER).changes()).isEmpty();

        Planned later = AlarmPlanner.plan(
                wanted,
                muted,
                Deleting.LEFT_OVER,
                AlarmPriceTables.shipped().forRegion("us-east-1"),
                NOW.plus(Duration.ofHours(2)));
        assertThat(later.changes()).singleElement().satisfies(change -> {
            assertThat(change.cause()).isEqualTo(Cause.MUTE_OVER);
            assertThat(change.fields()).contains(new FieldChange("enabled", "false", "true"));
        });
    }

    @Test
    void actionsThatWereDisabledByHandAreADifference() {
        Composition wanted = wanted(0.999, PAIRS);
        List<ObservedAlarm> disabled = there(
                wanted,
                alarm -> alarm.name().endsWith("-1h")
                        ? alarm.acting(alarm.actions().enabled(false))
                        : alarm);

        assertThat(plan(wanted, disabled, Deleting.LEFT_OVER).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.cause()).isEqualTo(Cause.HAND);
                    assertThat(change.fields()).containsExactly(new FieldChange("enabled", "false", "true"));
                });
    }
}
