package io.agentctl.control.alarms.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.upkeep.PlanAlarms.Scope;
import io.agentctl.control.apply.Applied;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metric alarms against moto, an implementation of AWS that is not ours; it has no composites. */
class MotoAlarmsIT {

    @TempDir
    private Path journal;

    private static MotoServer moto;

    private AlarmBench bench;

    @BeforeAll
    static void startMoto() throws IOException, InterruptedException {
        moto = MotoServer.start(Map.of());
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void emptyMoto() throws IOException, InterruptedException {
        moto.reset();
        bench = new AlarmBench(moto.endpoint(), journal);
        bench.aws.sns().createTopic(topic -> topic.name("pages"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static List<AlarmSpec> slowAbove(double limit) {
        return List.of(
                SomeObjectives.spec("acme-slow", limit),
                SomeObjectives.spec(
                        "acme-slower",
                        new AlarmRule(
                                Comparison.GREATER_OR_EQUAL,
                                2 * limit,
                                60,
                                3,
                                2,
                                MissingData.IGNORE,
                                OptionalDouble.of(0.95))));
    }

    private AlarmPlan plan(double limit) {
        return bench.planTelling(List.of(), slowAbove(limit));
    }

    @Test
    void alarmsAreAddedAndAreThenAsTheyShouldBe() {
        AlarmPlan plan = plan(750);
        assertThat(plan.findings())
                .extracting(finding -> finding.message())
                .anyMatch(text -> text.contains("nothing was measured"));

        List<Applied> applied = bench.apply(plan.plan()).operations();

        assertThat(applied).hasSize(2).extracting(Applied::state).containsOnly(OperationState.SUCCEEDED);
        assertThat(plan(750).plan().isEmpty()).isTrue();
        assertThat(bench.plan(List.of(), slowAbove(750), Scope.CLOSELY).plan().isEmpty())
                .isTrue();
        assertThat(bench.there()).hasSize(2);
    }

    @Test
    void aChangeIsUndoneToTheExactDefinitionTagsIncluded() {
        bench.apply(plan(750).plan());
        SortedMap<String, String> before = bench.there();
        List<Applied> applied = bench.apply(plan(800).plan()).operations();
        assertThat(bench.there()).isNotEqualTo(before);

        applied.forEach(one -> bench.runner.undo(one.operation(), UndoMode.CAREFUL, ProgressListener.SILENT));

        assertThat(bench.there()).isEqualTo(before);
    }

    @Test
    void whatWasDeletedIsMadeAgainByUndo() {
        bench.apply(plan(750).plan());
        SortedMap<String, String> before = bench.there();
        List<Applied> applied = bench.apply(
                        bench.plan(List.of(), List.of(), Scope.ORPHANS).plan())
                .operations();
        assertThat(bench.there()).isEmpty();

        applied.forEach(one -> bench.runner.undo(one.operation(), UndoMode.CAREFUL, ProgressListener.SILENT));

        assertThat(bench.there()).isEqualTo(before);
    }

    @Test
    void aPlanWhoseAlarmsWereChangedSinceIsStaleAndChangesNothing() {
        bench.apply(plan(750).plan());
        AlarmPlan plan = plan(800);
        bench.gateway.delete("acme-slow");
        SortedMap<String, String> before = bench.there();

        assertThatThrownBy(() -> bench.apply(plan.plan())).isInstanceOfSatisfying(AgentctlException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.STALE_PLAN);
            assertThat(failure).hasMessageContaining("acme/acme-slow").hasMessageEndingWith(": acme-slow");
        });
        assertThat(bench.there()).isEqualTo(before);
    }

    @Test
    void anAlarmOfSomebodyElseIsNeverOverwritten() {
        bench.aws.cloudWatch().putMetricAlarm(alarm -> alarm.alarmName("acme-slow")
                .namespace("theirs")
                .metricName("m")
                .statistic("Sum")
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator("GreaterThanThreshold"));

        assertThatThrownBy(() -> plan(750)).isInstanceOfSatisfying(AgentctlException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(failure)
                    .hasMessageContaining(
                            "slos.yaml:1:1: error: there is an alarm acme-slow that is not this project's");
        });
    }

    @Test
    void aTopicThatIsNotThereIsToldBeforeAnythingIsPlanned() {
        bench.aws.sns().deleteTopic(topic -> topic.topicArn(SomeObjectives.PAGES));

        assertThatThrownBy(() -> plan(750)).isInstanceOfSatisfying(AgentctlException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.BAD_DOCUMENT);
            assertThat(failure.getMessage().lines())
                    .filteredOn(line -> line.contains(": error: "))
                    .hasSize(2)
                    .allMatch(line -> line.endsWith("there is no topic " + SomeObjectives.PAGES));
        });
    }
}
