package io.agentctl.cli.perf;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code agentctl perf} where it talks to AWS: resource use, series of CloudWatch, topics, the shared history. */
class PerfSandboxIT {

    private static final World WORLD = World.parse(
            """
            seed: 7
            history: 3d
            tables: [acme-agentctl]
            queues: [{name: pages}]
            topics: [{name: perf, queues: [pages]}]
            metrics:
              - namespace: acme/API
                name: ResponseTime
                unit: Milliseconds
                traffic: {perMinute: 600, dailyAmplitude: 0, noise: 0.02}
                median: 100
                p99: 300
                incidents: [{ago: 4h, lasts: 4h, factor: 2}]
            clusters:
              - name: acme
                services:
                  - {name: api, cpu: 256, memory: 512, tasks: 2, earlier: [{until: 4h20m, cpu: 512, memory: 1024}],
                     workload: {pattern: {cpu: 300, memory: 200, dailyAmplitude: 0, noise: 0}}}
            """,
            Path.of("."));
    private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:perf";

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private Commands commands;
    private Target target;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(WORLD);
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void prepare() throws IOException {
        target = Target.start();
        commands = project("");
    }

    private Commands project(String more) throws IOException {
        return Commands.ofProject(
                folder,
                sandbox,
                "services: [api]\nfunctions: []\ntables: []\ntargets: [" + target.url("") + "]\n" + more);
    }

    @Test
    void aRegressionOfALiveMetricIsFoundExplainedAndTold() {
        Outcome outcome = commands.run(
                "perf",
                "regress",
                "--metric",
                "acme/API/ResponseTime",
                "--statistic",
                "p50",
                "--since",
                "2d",
                "--period",
                "15m",
                "--service",
                "acme/api",
                "--notify",
                TOPIC);

        assertThat(outcome.code()).as(outcome.out() + outcome.talk()).isEqualTo(3);
        assertThat(outcome.out()).contains("a regression", "regression: level from", "deployment", "Told " + TOPIC);
        String queue =
                sandbox.sqs().getQueueUrl(request -> request.queueName("pages")).queueUrl();
        assertThat(sandbox.sqs()
                        .receiveMessage(request -> request.queueUrl(queue))
                        .messages())
                .singleElement()
                .satisfies(message -> assertThat(message.body())
                        .contains("acme/API ResponseTime p50 became worse", "deployment of acme/api"));
    }

    @Test
    void aTopicThatIsNotThereChangesNoVerdict() {
        Outcome outcome = commands.run(
                "perf",
                "regress",
                "--metric",
                "acme/API/ResponseTime",
                "--statistic",
                "p50",
                "--since",
                "2d",
                "--period",
                "15m",
                "--notify",
                TOPIC + "-gone");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).contains("Could not tell " + TOPIC + "-gone");
    }

    @Test
    void aMetricThatIsNotThereIsToldOf() {
        Outcome outcome = commands.run("perf", "regress", "--metric", "acme/API/Nothing");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("CloudWatch has no data of acme/API Nothing", "--dimension");
    }

    @Test
    void whatTheTargetUsedIsInTheResultAndTheResultInTheHistory() {
        Outcome outcome = load("--keep", "--save", "r.json");
        assertThat(outcome.talk()).contains("Kept: ").contains(".agentctl/performance");
        sandbox.advance(Duration.ofMinutes(5));

        Outcome report = commands.run("perf", "report", "r.json", "--resources");

        assertThat(report.out()).contains("service api", "CPU");
        assertThat(commands.run("perf", "history").out()).contains("ad-hoc");
    }

    @Test
    void aHistoryInTheTableIsTheTeams() throws IOException {
        commands = project("loadHistory: table\n");

        assertThat(load("--keep").talk()).contains("Kept: ");

        assertThat(commands.run("perf", "history").out()).contains("ad-hoc");
        assertThat(folder.resolve(".agentctl")).doesNotExist();
        Outcome few = commands.run("perf", "regress");
        assertThat(few.code()).isEqualTo(65);
        assertThat(few.talk()).contains("10");
    }

    private Outcome load(String... more) {
        String[] arguments = new String[more.length + 8];
        String[] usual = {"perf", "load", target.url("/x"), "--rate", "50/s", "--requests", "50", "--yes"};
        System.arraycopy(usual, 0, arguments, 0, usual.length);
        System.arraycopy(more, 0, arguments, usual.length, more.length);
        return commands.run(arguments);
    }
}
