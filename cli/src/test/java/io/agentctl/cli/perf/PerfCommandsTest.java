package io.agentctl.cli.perf;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResultReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code agentctl perf} as a user sees it. */
class PerfCommandsTest {

    @TempDir
    private Path folder;

    private Target target;

    @BeforeEach
    void start() throws IOException {
        target = Target.start();
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void aRunSendsWhatItSaysAndPassesItsThresholds() {
        Outcome outcome = load("/health", "--rate", "100/s", "--requests", "50", "--threshold", "errors<1%");

        assertThat(target.received()).hasSize(50).allMatch(each -> each.equals("GET /health "));
        assertThat(outcome.out()).contains("steady", "100/s", "errors<1%", "met");
        assertThat(outcome.code()).as(outcome.out()).isIn(0, 1);
        assertThat(outcome.code() == 0)
                .as("unless this machine was too busy")
                .isEqualTo(outcome.out().contains("Passed"));
    }

    @Test
    void aTargetOfTheProjectNeedsNoPermission() throws IOException {
        Files.writeString(folder.resolve("agentctl.yaml"), "project: acme\ntargets: [" + target.url("") + "]\n");

        assertThat(run("perf", "load", target.url("/x"), "--concurrency", "2", "--requests", "4")
                        .talk())
                .isEmpty();
        assertThat(target.received()).hasSize(4);
    }

    @Test
    void tasksThatAreToSendAreShownBeforeTheyAreStarted() throws IOException {
        Files.writeString(folder.resolve("agentctl.yaml"), "project: acme\nservices: [api]\n");

        Outcome outcome = run("perf", "load", target.url("/x"), "--rate", "5/s", "--tasks", "3", "--dry-run");

        assertThat(outcome.out()).contains("Sent by 3 tasks of acme-perf in cluster acme; Fargate bills");
        assertThat(target.received()).isEmpty();
    }

    @Test
    void tasksAreNeededToHaveSomethingToShare() {
        Outcome outcome = load("/x", "--concurrency", "2", "--requests", "9", "--tasks", "3");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.talk()).contains("fewer than the 3 tasks that are to share it", "Use at most 2 tasks.");
    }

    @Test
    void tasksAreStartedInANamedContextAlone() {
        Outcome outcome = load("/x", "--rate", "9/s", "--tasks", "3");

        assertThat(outcome.code()).isNotZero();
        assertThat(target.received()).isEmpty();
    }

    @Test
    void aWorkerIsToldItsPart() {
        assertThat(run("perf", "worker", "r", "--table", "t", "--part", "5/4").talk())
                .contains("there is no part 5 of 4");
        assertThat(run("perf", "worker", "r", "--table", "t").code()).isEqualTo(64);
    }

    @Test
    void anotherTargetNeedsPermission() {
        Outcome outcome = run("perf", "load", target.url("/x"), "--rate", "5/s");

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(outcome.talk()).contains("is no target of the project", "--allow-target");
        assertThat(target.received()).isEmpty();
    }

    @Test
    void aNamedContextIsAskedAboutAndShown() {
        Outcome outcome = Commands.in(folder)
                .with("AWS_REGION", "eu-central-1")
                .run("perf", "load", "--context", "aws", target.url("/x"), "--rate", "5/s", "--allow-target");

        assertThat(outcome.code()).isNotZero();
        assertThat(target.received()).isEmpty();
    }

    @Test
    void addressesThatAreNeverLoadedAreRefused() {
        Outcome outcome =
                run("perf", "load", "http://169.254.169.254/latest", "--rate", "5/s", "--allow-target", "--yes");

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(outcome.talk()).contains("link-local");
    }

    @Test
    void moreThanTheCapIsRefused() {
        Outcome outcome = load("/x", "--rate", "100/s", "--duration", "10s", "--max-requests", "999");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.talk()).contains("1000 requests are planned, and the cap is 999");
        assertThat(target.received()).isEmpty();
    }

    @Test
    void templatesAreFilledInTurn() throws IOException {
        Files.writeString(folder.resolve("users.csv"), "user\nann\nb\"ob\n");
        Files.writeString(
                folder.resolve("s.yaml"),
                """
                request: {path: '/u?n={{user}}', body: '{"u": "{{user}}", "i": {{index}}}', data: users.csv}
                stages: [{concurrency: 1, requests: 3}]
                expect: ['json:$.decision.outcome=allow']
                """);
        Outcome outcome = load("", "--scenario", "s.yaml");
        assertThat(target.received())
                .containsExactly(
                        "POST /u?n=ann {\"u\": \"ann\", \"i\": 0}",
                        "POST /u?n=b%22ob {\"u\": \"b\\\"ob\", \"i\": 1}",
                        "POST /u?n=ann {\"u\": \"ann\", \"i\": 2}");
        assertThat(outcome.code()).as(outcome.out() + outcome.talk()).isIn(0, 1);
    }

    @Test
    void aMissedThresholdIsTheVerdict() {
        Outcome outcome = load("/bad", "--concurrency", "2", "--requests", "10", "--threshold", "errors<10%");

        assertThat(outcome.out()).contains("Statuses: 500 10", "Failed checks: status=2xx 10", "100 %");
        assertThat(outcome.code()).isEqualTo(3);
    }

    @Test
    void aRedirectOffTheTargetEndsTheRun() {
        Outcome outcome = load("/away", "--concurrency", "1", "--requests", "1000");

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(outcome.talk()).contains("redirects to http://192.0.2.1/elsewhere, which is not the target");
        assertThat(target.received()).hasSize(1);
    }

    @Test
    void aTargetThatIsNotThereIsToldInASentence() {
        Outcome outcome = run("perf", "load", "http://127.0.0.1:1/", "--rate", "5/s", "--allow-target");

        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.talk()).contains("http://127.0.0.1:1 cannot be reached", "Nothing was sent");
        String tls = target.url("").replace("http:", "https:");
        assertThat(run("perf", "load", tls, "--rate", "5/s", "--allow-target", "--request-timeout", "500ms")
                        .code())
                .as("a target that does not speak TLS")
                .isEqualTo(69);
    }

    @Test
    void whatIsNoLoadIsMisuse() {
        assertThat(load("/x", "--rate", "0/s").talk()).contains("'0/s' sends nothing");
        assertThat(load("/x").talk()).contains("what is to be sent is not said");
        assertThat(load("/x", "--scenario", "soak", "--rate", "5/s").code()).isEqualTo(64);
        assertThat(load("/x", "--rate", "5/s", "--threshold", "p95<500").talk())
                .contains("--threshold: column 5", "    ^");
        assertThat(run("perf", "load", "ftp://127.0.0.1/", "--rate", "5/s").talk())
                .contains("is no target");
        assertThat(load("/x", "--rate", "5/s", "--expect", "stats=200").code()).isEqualTo(65);
        assertThat(load("/x", "--scenario", "nowhere.yaml").talk()).contains("Shipped are baseline");
        assertThat(target.received()).isEmpty();
    }

    @Test
    void aResultIsKeptCheckedAndReported() throws IOException {
        load("/x", "--concurrency", "1", "--requests", "20", "--threshold", "max<1ms", "--save", "r.json");
        LoadResult kept = LoadResultReader.read(folder.resolve("r.json"));

        assertThat(kept.total().counts().sent()).isEqualTo(20);
        assertThat(run("perf", "check", "r.json", "--threshold", "errors<1%").out())
                .contains("errors<1%");
        assertThat(run("perf", "check", "r.json", "--threshold", "status.200<5").code())
                .isIn(1, 3);
        assertThat(run("perf", "report", "r.json", "-o", "md").out()).startsWith("# Load test: ad-hoc");
        assertThat(run("perf", "report", "r.json", "-o", "html").out()).startsWith("<!DOCTYPE html>");
        assertThat(run("perf", "report", "r.json", "r.json", "-o", "junit").out())
                .contains("<testsuite name=");
        assertThat(LoadResultReader.read(
                        "stdout", run("perf", "report", "r.json", "-o", "json").out()))
                .isEqualTo(kept);
    }

    @Test
    void filesThatAreNoResultsAreRefused() throws IOException {
        Files.writeString(folder.resolve("hey.txt"), "Summary:\n  Total: 5 secs\n");

        assertThat(run("perf", "check", "hey.txt").code()).isEqualTo(65);
        assertThat(run("perf", "check", "none.json").talk()).contains("there is no file");
        assertThat(run("perf", "report", "agentctl.yaml", "-o", "md").code()).isEqualTo(1);
    }

    @Test
    void aRehearsalSendsNothing() {
        Outcome outcome = run("perf", "load", target.url(""), "--scenario", "stress", "--dry-run");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("/dispatch", "100 callers", "4000 requests", "Roughly $");
        assertThat(target.received()).isEmpty();
    }

    private Outcome load(String path, String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "perf";
        words[1] = "load";
        words[2] = target.url(path);
        words[3] = "--allow-target";
        System.arraycopy(options, 0, words, 4, options.length);
        return run(words);
    }

    private Outcome run(String... words) {
        return Commands.in(folder).run(words);
    }
}
