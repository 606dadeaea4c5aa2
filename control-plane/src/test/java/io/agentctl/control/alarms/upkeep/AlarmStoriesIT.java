package io.agentctl.control.alarms.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.alarm.AlarmState;
import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.alarms.upkeep.AlarmChange.Cause;
import io.agentctl.control.alarms.upkeep.AlarmChange.FieldChange;
import io.agentctl.control.alarms.upkeep.PlanAlarms.Scope;
import io.agentctl.control.apply.Applied;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.pricing.AlarmPriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.Objective;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Alarms planned, applied, edited by others, muted, tried and undone in the sandbox. */
class AlarmStoriesIT {

    static final World WORLD = World.parse("history: 1h", Path.of("."));

    @TempDir
    private Path journal;

    private final CallRecord calls = new CallRecord();
    private Sandbox sandbox;
    private AlarmBench bench;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(WORLD);
        bench = new AlarmBench(sandbox.endpoint(), journal, List.of(calls), same -> same);
        bench.aws.sns().createTopic(topic -> topic.name("pages"));
        bench.aws.sns().createTopic(topic -> topic.name("tickets"));
        calls.changing();
    }

    @AfterEach
    void stop() {
        bench.close();
        sandbox.close();
    }

    private static Objective availability(double target, List<BurnRatePair> pairs) {
        return SomeObjectives.ofEvents("availability", target, pairs, 10);
    }

    private AlarmPlan plan(Objective... objectives) {
        return bench.planTelling(List.of(objectives), List.of());
    }

    private List<Applied> apply(AlarmPlan plan) {
        return bench.apply(plan.plan()).operations();
    }

    private void undo(List<Applied> applied) {
        applied.reversed()
                .forEach(one -> bench.runner.undo(one.operation(), UndoMode.CAREFUL, ProgressListener.SILENT));
    }

    @Test
    void anObjectiveGetsItsAlarmsInOneOperationAndASecondApplyChangesNothing() {
        List<Applied> applied = apply(plan(availability(0.999, Alerting.USUAL_PAIRS)));

        assertThat(applied).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(OperationState.SUCCEEDED);
            assertThat(one.summary()).isEqualTo("12 added");
        });
        assertThat(bench.there()).hasSize(12);
        assertThat(calls.changing()).hasSize(12).contains("PutMetricAlarm", "PutCompositeAlarm");

        AlarmPlan again = plan(availability(0.999, Alerting.USUAL_PAIRS));
        apply(again);

        assertThat(again.plan().isEmpty()).isTrue();
        assertThat(again.unchanged()).isEqualTo(12);
        assertThat(calls.changing()).isEmpty();

        undo(applied);
        assertThat(bench.there()).isEmpty();
    }

    @Test
    void aChangeIsUndoneToTheExactDefinitions() {
        apply(plan(availability(0.999, Alerting.USUAL_PAIRS)));
        SortedMap<String, String> before = bench.there();
        List<Applied> changed = apply(plan(availability(0.9995, Alerting.USUAL_PAIRS.subList(0, 3))));
        assertThat(changed.getFirst().summary()).isEqualTo("6 changed, 3 deleted");

        undo(changed);

        assertThat(bench.there()).isEqualTo(before);
    }

    @Test
    void editsByHandAreToldAndPutRight() {
        apply(plan(availability(0.999, Alerting.USUAL_PAIRS)));
        SortedMap<String, String> right = bench.there();
        bench.aws.cloudWatch().disableAlarmActions(request -> request.alarmNames("acme-availability-burn-1h"));
        String arn =
                bench.gateway.find("acme-availability-burn-6h").orElseThrow().arn();
        bench.aws.cloudWatch().tagResource(request -> request.resourceARN(arn)
                .tags(Tag.builder().key("team").value("mine").build()));

        AlarmPlan plan = bench.alarms
                .planning(composition -> Map.of(), () -> AlarmPriceTables.shipped()
                        .forRegion("us-east-1"))
                .run(
                        new PlanAlarms.Request(
                                List.of(availability(0.999, Alerting.USUAL_PAIRS)),
                                List.of(),
                                SomeObjectives.USUAL,
                                Scope.CLOSELY,
                                false),
                        ProgressListener.SILENT);

        assertThat(plan.changes()).extracting(AlarmChange::cause).containsOnly(Cause.HAND);
        assertThat(plan.changes().stream().flatMap(change -> change.fields().stream()))
                .containsExactly(new FieldChange("enabled", "false", "true"), new FieldChange("tags.team", "mine", ""));
        apply(plan);
        assertThat(bench.there()).isEqualTo(right);
    }

    @Test
    void undoLeavesAlarmsThatSomebodyChangedSince() {
        List<Applied> applied = apply(plan(availability(0.999, Alerting.USUAL_PAIRS)));
        bench.aws.cloudWatch().disableAlarmActions(request -> request.alarmNames("acme-availability-burn-3d"));
        SortedMap<String, String> before = bench.there();

        assertThatThrownBy(() -> undo(applied)).isInstanceOfSatisfying(AgentctlException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(failure).hasMessageContaining("somebody changed alarm acme-availability-burn-3d");
        });
        assertThat(bench.there()).isEqualTo(before);
    }

    @Test
    void whatNothingAsksForIsPrunedAndComesBackByUndo() {
        apply(plan(availability(0.999, Alerting.USUAL_PAIRS)));
        SortedMap<String, String> before = bench.there();
        assertThat(plan().orphans()).hasSize(12);

        List<Applied> pruned = apply(bench.plan(List.of(), List.of(), Scope.ORPHANS));

        assertThat(bench.there()).isEmpty();
        undo(pruned);
        assertThat(bench.there()).isEqualTo(before);
    }

    @Test
    void aMuteHoldsThroughAppliesAndIsEndedByUnmute() {
        apply(plan(availability(0.999, Alerting.USUAL_PAIRS)));
        SortedMap<String, String> loud = bench.there();
        PlanMute.Wish wish = new PlanMute.Wish(Duration.ofHours(2), "deploy", "kim@host");
        AlarmPlan mute = bench.alarms
                .muting()
                .run(new PlanMute.Request("availability", Optional.of(wish)), ProgressListener.SILENT);
        assertThat(mute.changes()).hasSize(4);
        apply(mute);

        assertThat(plan(availability(0.999, Alerting.USUAL_PAIRS)).plan().isEmpty())
                .as("a mute is no drift")
                .isTrue();
        assertThat(bench.alarms
                        .listing()
                        .run(new ListAlarms.Request(false, Optional.empty()), ProgressListener.SILENT)
                        .alarms())
                .filteredOn(row -> row.mutedUntil().isPresent())
                .hasSize(4)
                .allSatisfy(row -> {
                    assertThat(row.telling()).isEqualTo("muted");
                    assertThat(row.mutedBecause()).isEqualTo("deploy");
                    assertThat(row.owner()).isEqualTo("acme/availability");
                });

        apply(bench.alarms
                .muting()
                .run(new PlanMute.Request("availability", Optional.empty()), ProgressListener.SILENT));
        assertThat(bench.there()).isEqualTo(loud);
    }

    @Test
    void anAlarmIsTriedTellsAndIsSetBack() {
        bench.aws.sqs().createQueue(queue -> queue.queueName("inbox"));
        bench.aws.sns().subscribe(subscription -> subscription
                .topicArn("arn:aws:sns:us-east-1:111122223333:pages")
                .protocol("sqs")
                .endpoint("arn:aws:sqs:us-east-1:111122223333:inbox"));
        apply(plan(availability(0.999, List.of(Alerting.USUAL_PAIRS.getFirst()))));
        String name = "acme-availability-burn-1h";

        TestAlarm.Result seen = bench.alarms
                .testing(() -> bench.runner)
                .run(new TestAlarm.Request(name, Duration.ofSeconds(20)), ProgressListener.SILENT);

        assertThat(seen.missed()).isEmpty();
        assertThat(seen.delivered())
                .extracting(Delivery::seen)
                .containsExactly(Delivery.Seen.HISTORY, Delivery.Seen.QUEUE);
        assertThat(seen.delivered().getFirst().text()).contains(":pages");
        assertThat(seen.delivered().getLast().text())
                .isEqualTo("queue inbox got it from topic pages: ALARM: \"" + name + "\" in US East (N. Virginia)");
        assertThat(seen.explanation()).hasValueSatisfying(explanation -> assertThat(explanation.children())
                .extracting(child -> child.alarm() + " " + child.wanted())
                .containsExactly(name + "-long ALARM", name + "-short ALARM"));
        assertThat(bench.gateway.find(name).orElseThrow().condition().state()).isNotEqualTo(AlarmState.ALARM);
        assertThatThrownBy(() -> bench.alarms
                        .testing(() -> bench.runner)
                        .run(new TestAlarm.Request(name + "-long", Duration.ofSeconds(1)), ProgressListener.SILENT))
                .hasMessageContaining("tells nobody by itself");
    }

    @Test
    void twoObjectivesAreTwoOperations() {
        ApplyPlan.Result result = bench.apply(plan(
                        availability(0.999, Alerting.USUAL_PAIRS),
                        SomeObjectives.ofLatency(
                                "latency", 0.95, Duration.ofMinutes(5), Alerting.USUAL_PAIRS.subList(1, 2)))
                .plan());

        assertThat(result.operations())
                .extracting(applied -> applied.resource().toString())
                .containsExactly("alarm-group:acme/availability", "alarm-group:acme/latency");
    }
}
