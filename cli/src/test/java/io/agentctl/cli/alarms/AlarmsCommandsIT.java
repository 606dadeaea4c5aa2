package io.agentctl.cli.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.FreshSandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** The commands for alarms as a user types them, against a SANDBOX.get(). */
class AlarmsCommandsIT {

    private static final World WORLD = World.parse("history: 1h", Path.of("."));

    private static final String OBJECTIVES =
            """
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: availability}
            spec:
              service: worker
              budgetingMethod: Occurrences
              timeWindow: [{duration: 30d, isRolling: true}]
              indicator:
                metadata: {name: errors}
                spec:
                  ratioMetric:
                    bad:
                      metricSource:
                        type: CloudWatch
                        spec: {namespace: AWS/Lambda, metricName: Errors, dimensions: {FunctionName: worker}, statistic: Sum}
                    total:
                      metricSource:
                        type: CloudWatch
                        spec: {namespace: AWS/Lambda, metricName: Invocations, dimensions: {FunctionName: worker}, statistic: Sum}
              objectives: [{target: 0.999}]
            ---
            apiVersion: agentctl/v1
            kind: Alarm
            metadata: {name: acme-slow}
            spec:
              description: p95 over 750 ms for ten minutes
              metric: {namespace: acme/API, metricName: ResponseTime, statistic: p95}
              op: gt
              threshold: 750
              period: 5m
              evaluationPeriods: 2
              fewSamples: ignore
              actions: {alarm: [pages]}
            """;

    @RegisterExtension
    private static final FreshSandbox SANDBOX = new FreshSandbox(WORLD);

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void inAProject() throws IOException {
        commands = Commands.ofProject(folder, SANDBOX.get());
        write(OBJECTIVES);
        SANDBOX.get().sns().createTopic(topic -> topic.name("pages"));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("slos.yaml"), text);
    }

    private Outcome succeed(String line) {
        Outcome outcome = commands.run(line);
        assertThat(outcome.code()).as(outcome.out() + outcome.talk()).isZero();
        return outcome;
    }

    @Test
    void objectivesBecomeAlarmsOnceAndOnlyOnce() {
        Outcome planned = commands.run("alarms plan --page-topic pages --detailed-exitcode");
        assertThat(planned.code()).as(planned.talk()).isEqualTo(2);
        assertThat(planned.out())
                .startsWith("Plan: alarms in context sandbox, account ")
                .contains(
                        "+ acme-availability-burn-1h-long",
                        "+ acme-slow",
                        "TOTAL FAILURE TOLD AFTER",
                        "13 to add, 0 as they should be",
                        "+$3.70 a month",
                        "nothing was measured of AWS/Lambda Errors");

        Outcome applied = succeed("alarms apply --page-topic pages --yes");
        assertThat(applied.out()).contains("✓ acme/availability: 12 added", "agentctl ops undo op-");

        assertThat(succeed("alarms plan --page-topic pages --detailed-exitcode").out())
                .contains("Nothing to change: 13 are as they should be.");
        assertThat(succeed("alarms list").out()).contains("acme-availability-burn-1h", "acme/availability", "nobody");

        String undo = applied.out()
                .substring(applied.out().indexOf("ops undo op-"))
                .lines()
                .findFirst()
                .orElseThrow();
        succeed(undo.strip() + " --yes");
        assertThat(succeed("alarms plan --page-topic pages").out()).contains("12 to add, 1 as they should be");
    }

    @Test
    void aSavedPlanIsAppliedOnceAndIsStaleThen() throws IOException {
        Outcome saved = succeed("alarms plan -o json");
        Files.writeString(folder.resolve("plan.json"), saved.out());

        assertThat(succeed("apply " + folder.resolve("plan.json") + " --yes").out())
                .contains("acme/availability: 12 added", "acme/acme-slow: 1 added");
        Outcome again = commands.run("apply " + folder.resolve("plan.json") + " --yes");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.talk()).contains("the plan is stale");
    }

    @Test
    void theProjectsOwnPricesGoFirst() throws IOException {
        Files.writeString(
                folder.resolve("contract.yaml"),
                """
                date: 2026-02-01
                source: our contract
                regions:
                  us-east-1:
                    STANDARD: {month: 1}
                    HIGH_RESOLUTION: {month: 3}
                    COMPOSITE: {month: 5}
                """);
        commands = Commands.ofProject(folder, SANDBOX.get(), "alarmPrices: contract.yaml");

        // Four pairs of two alarms over two metrics each, four composites, and a plain alarm.
        assertThat(succeed("alarms plan --skip-history").out()).contains("+$37.00 a month", "our contract");
        assertThat(succeed("slo backends").out()).contains("36.00", "our contract");
    }

    @Test
    void anotherThresholdIsToldByItsField() throws IOException {
        succeed("alarms apply --yes");
        write(OBJECTIVES.replace("threshold: 750", "threshold: 800"));

        Outcome diff = commands.run("alarms diff --detailed-exitcode");

        assertThat(diff.code()).isEqualTo(2);
        assertThat(diff.out()).contains("~ acme-slow", "threshold: 750.0 → 800.0");
    }

    @Test
    void whatIsNotAskedForAnyMoreIsPruned() throws IOException {
        succeed("alarms apply --yes");
        write(OBJECTIVES.substring(OBJECTIVES.indexOf("---")));

        assertThat(succeed("alarms apply --yes").out())
                .contains("12 that nothing asks for any more: agentctl alarms prune");
        assertThat(succeed("alarms prune --dry-run").out()).contains("- acme-availability-burn-1h  nothing asks");
        succeed("alarms prune --yes");
        assertThat(succeed("alarms list").out()).contains("acme-slow").doesNotContain("availability");
    }

    @Test
    void anAlarmIsMutedForAWhileAndListedSo() {
        succeed("alarms apply --yes");
        Outcome muted =
                commands.run("alarms", "mute", "acme-slow", "--for", "2h", "--reason", "moving the database", "--yes");
        assertThat(muted.code()).as(muted.talk()).isZero();
        assertThat(muted.talk()).contains("enabled: true → false");

        assertThat(succeed("alarms list").out()).contains("muted until ", "moving the database");
        assertThat(succeed("alarms apply --yes").out()).contains("Nothing to change");
        succeed("alarms unmute acme-slow --yes");
        assertThat(succeed("alarms list").out()).doesNotContain("moving the database");
    }

    @Test
    void anAlarmIsTriedAndItsHistoryTellsOfIt() {
        succeed("alarms apply --yes");

        Outcome tried = succeed("alarms test acme-slow --yes");

        assertThat(tried.out())
                .contains(
                        ":pages (CloudWatch's history)",
                        "acme-slow was set to ALARM and back to INSUFFICIENT_DATA by op-");
        assertThat(succeed("alarms history acme-slow").out()).contains("Action", "StateUpdate", "ConfigurationUpdate");
    }

    @Test
    void theProjectsAlarmsAreTriedOnWhatWasMeasured() throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Instant surge = now.minus(Duration.ofMinutes(90));
        List<MetricDatum> data = new ArrayList<>();
        for (int minute = 180; minute > 0; minute--) {
            Instant at = now.minus(Duration.ofMinutes(minute));
            boolean slow = !at.isBefore(surge) && at.isBefore(surge.plus(Duration.ofMinutes(20)));
            data.add(MetricDatum.builder()
                    .metricName("ResponseTime")
                    .unit("Milliseconds")
                    .timestamp(at)
                    .values(slow ? 900.0 : 200.0)
                    .counts(100.0)
                    .build());
        }
        SANDBOX.get().cloudWatch().putMetricData(request -> request.namespace("acme/API")
                .metricData(data));
        Files.writeString(
                folder.resolve("incidents.json"),
                "[[\"%s\", \"%s\"]]".formatted(surge, surge.plus(Duration.ofMinutes(20))));

        Outcome tried =
                commands.run("alarms backtest --since 3h acme-slow --incidents " + folder.resolve("incidents.json"));

        assertThat(tried.code()).as(tried.talk()).isZero();
        assertThat(tried.out()).contains("acme-slow", "1 page", "found 1 of 1 incidents after 6m, 0 pages in vain");
        assertThat(commands.run("alarms backtest nosuch").talk()).contains("there is no alarm nosuch");
        assertThat(commands.run("alarms backtest --help").out())
                .contains("--page-topic", "--incidents")
                .doesNotContain("--check-tags", "--skip-history");
    }

    @Test
    void nothingIsChangedWithoutConsentOrWithMistakes() throws IOException {
        assertThat(commands.run("alarms apply --no-input").code()).isEqualTo(64);
        assertThat(commands.run("alarms apply --yes --read-only").code()).isEqualTo(77);
        assertThat(commands.run("alarms mute nosuch --for 2h --reason x --yes").code())
                .isEqualTo(1);
        assertThat(commands.run("alarms mute acme-slow --reason x").code()).isEqualTo(64);
        assertThat(commands.run("alarms test nosuch --yes").talk()).contains("there is no alarm nosuch");

        write(OBJECTIVES.replace(
                "actions: {alarm: [pages]}", "actions: {alarm: [gone, 'arn:aws:sns:eu-west-1:1:far']}"));
        Outcome bad = commands.run("alarms apply --yes");
        assertThat(bad.code()).isEqualTo(65);
        assertThat(bad.talk())
                .contains("slos.yaml:", "there is no topic arn:aws:sns:us-east-1:", "is in eu-west-1")
                .contains("warning: acme-slow: nothing was measured of acme/API ResponseTime lately");
        assertThat(succeed("alarms list").out()).contains("No alarms.");

        Files.delete(folder.resolve("slos.yaml"));
        assertThat(commands.run("alarms prune --yes").code())
                .as("in the wrong folder, everything would seem to be orphaned")
                .isEqualTo(78);
    }
}
