package io.agentctl.control.alarms.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.alarms.signals.SignalsChange;
import io.agentctl.control.alarms.signals.SignalsChange.Kind;
import io.agentctl.control.alarms.upkeep.AlarmChange.FieldChange;
import io.agentctl.control.alarms.upkeep.PlanAlarms.Scope;
import io.agentctl.control.apply.Applied;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.applicationsignals.model.Tag;

/** Objectives that Application Signals keeps: planned, applied, edited by others, given up, pruned and undone. */
class SignalsStoriesIT {

    @TempDir
    private Path journal;

    private final CallRecord calls = new CallRecord();
    private Sandbox sandbox;
    private AlarmBench bench;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(AlarmStoriesIT.WORLD);
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

    /** Alarms and objectives. */
    private SortedMap<String, String> there() {
        SortedMap<String, String> there = new TreeMap<>(bench.there());
        KeptObjectives.there(bench.aws.signals()).forEach((name, text) -> there.put("signals " + name, text));
        return there;
    }

    @Test
    void anObjectiveIsKeptThereAndItsAlarmsLookAtItsBurnRates() {
        AlarmPlan plan = plan(KeptObjectives.availability(0.999));
        List<Applied> applied = apply(plan);

        assertThat(applied)
                .extracting(one -> one.resource() + ": " + one.summary())
                .containsExactly(
                        "signals-objective:acme-availability: added", "alarm-group:acme/availability: 12 added");
        assertThat(there().get("acme-availability-burn-1h-long"))
                .contains("AWS/ApplicationSignals", "BurnRate", "\"SloName\":\"acme-availability\"")
                .contains("\"BurnRateWindowMinutes\":\"60\"", "14.4");
        assertThat(KeptObjectives.there(bench.aws.signals()).get(KeptObjectives.NAME))
                .contains("BadCountMetric", "\"AttainmentGoal\":99.9", "agentctl:project");
        assertThat(plan.findings())
                .extracting(Finding::message)
                .contains(
                        "availability, in Application Signals: its burn rates know no fewest number of events: one"
                                + " failure of three requests burns",
                        "availability: nothing was measured of AWS/Lambda Errors (FunctionName=worker) lately;"
                                + " Application Signals will count nothing until it is");
        calls.changing();

        AlarmPlan again = plan(KeptObjectives.availability(0.999));
        apply(again);

        assertThat(again.plan().isEmpty()).isTrue();
        assertThat(again.signals().unchanged()).isEqualTo(1);
        assertThat(calls.changing()).isEmpty();
        undo(applied);
        assertThat(there()).isEmpty();
    }

    @Test
    void anotherTargetIsToldByItsFieldAndUndoneExactly() {
        apply(plan(KeptObjectives.availability(0.999)));
        SortedMap<String, String> before = there();

        AlarmPlan plan = plan(KeptObjectives.availability(0.9995));
        List<Applied> changed = apply(plan);

        SignalsChange change = plan.signals().changes().getFirst();
        assertThat(change.kind()).isEqualTo(Kind.CHANGE);
        assertThat(change.why()).isEqualTo("the file asks for something else now");
        assertThat(change.fields()).contains(new SignalsChange.Field("Goal.AttainmentGoal", "99.9", "99.95"));
        assertThat(there()).isNotEqualTo(before);
        undo(changed);
        assertThat(there()).isEqualTo(before);
    }

    @Test
    void whatSomebodyEditsThereIsToldAndPutRight() {
        apply(plan(KeptObjectives.availability(0.999)));
        SortedMap<String, String> right = there();
        sandbox.signals().updateServiceLevelObjective(request -> request.id(KeptObjectives.NAME)
                .goal(goal -> goal.attainmentGoal(95.0)));
        sandbox.signals().tagResource(request -> request.resourceArn(sandbox.signals()
                        .getServiceLevelObjective(one -> one.id(KeptObjectives.NAME))
                        .slo()
                        .arn())
                .tags(Tag.builder().key("team").value("mine").build()));

        AlarmPlan plan = plan(KeptObjectives.availability(0.999));
        apply(plan);

        assertThat(plan.signals().changes().getFirst().why()).isEqualTo("it was edited by hand");
        assertThat(there()).isEqualTo(right);
    }

    @Test
    void anObjectiveOfSomebodyElseIsLeftAlone() {
        apply(plan(KeptObjectives.availability(0.999)));
        String arn = sandbox.signals()
                .getServiceLevelObjective(one -> one.id(KeptObjectives.NAME))
                .slo()
                .arn();
        sandbox.signals().updateServiceLevelObjective(request -> request.id(KeptObjectives.NAME)
                .description("ours"));
        sandbox.signals()
                .untagResource(request -> request.resourceArn(arn).tagKeys("agentctl:project", "agentctl:objective"));
        SortedMap<String, String> before = there();

        assertThatThrownBy(() -> plan(KeptObjectives.availability(0.9995)))
                .isInstanceOfSatisfying(AgentctlException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(failure)
                            .hasMessageContaining("slos.yaml:7:3")
                            .hasMessageContaining("not this project's");
                });
        assertThat(bench.plan(List.of(), List.of(), Scope.ORPHANS).signals().changes())
                .isEmpty();
        assertThat(there()).isEqualTo(before);
    }

    @Test
    void whatIsKeptByAlarmsAgainGoesThereAndUndoBringsItBack() {
        apply(plan(KeptObjectives.availability(0.999)));
        SortedMap<String, String> before = there();

        AlarmPlan plan = plan(KeptObjectives.availability(0.999).keptBy(Backend.ALARMS));
        List<Applied> applied = apply(plan);

        assertThat(applied)
                .extracting(one -> one.resource() + ": " + one.summary())
                .containsExactly(
                        "alarm-group:acme/availability: 8 changed", "signals-objective:acme-availability: deleted");
        assertThat(plan.changes().getFirst().fields())
                .contains(new FieldChange("namespace", "AWS/ApplicationSignals", ""));
        assertThat(KeptObjectives.there(bench.aws.signals())).isEmpty();
        undo(applied);
        assertThat(there()).isEqualTo(before);
    }

    @Test
    void whatNothingAsksForIsPruned() {
        apply(plan(KeptObjectives.availability(0.999)));
        assertThat(plan().signals().orphans()).containsExactly(KeptObjectives.NAME);

        AlarmPlan plan = bench.plan(List.of(), List.of(), Scope.ORPHANS);
        apply(plan);

        assertThat(there()).isEmpty();
        calls.changing();
        plan(KeptObjectives.availability(0.999).keptBy(Backend.ALARMS));
        assertThat(calls.all())
                .as("a project that keeps nothing there asks nothing there")
                .noneMatch(call -> call.contains("ServiceLevel"));
    }

    @Test
    void whatCannotBeChangedIsMadeAnewAndPutBackExactly() {
        apply(plan(KeptObjectives.availability(0.999)));
        SortedMap<String, String> before = there();
        Objective slices = SomeObjectives.ofLatency(
                        "availability", 0.99, Duration.ofMinutes(5), Alerting.USUAL_PAIRS.subList(0, 1))
                .keptBy(Backend.APPLICATION_SIGNALS);

        AlarmPlan plan = plan(slices);
        List<Applied> applied = apply(plan);

        assertThat(plan.signals().changes()).extracting(SignalsChange::kind).containsExactly(Kind.MAKE_ANEW);
        assertThat(KeptObjectives.there(bench.aws.signals()).get(KeptObjectives.NAME))
                .contains("\"MetricThreshold\":500.0")
                .doesNotContain("RequestBasedSli\"");
        undo(applied);
        assertThat(there()).isEqualTo(before);
    }
}
