package io.agentctl.cli.slo;

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
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** Objectives, budgets and the page of everything as a user sees them, against a SANDBOX.get(). */
class SloCommandsIT {

    private static final World WORLD = World.parse(
            """
            seed: 7
            history: 1h
            clusters:
              - name: acme
                services:
                  - {name: api, cpu: 256, memory: 512, tasks: 2,
                     workload: {pattern: {cpu: 460, memory: 200, dailyAmplitude: 0, noise: 0}}}
            functions:
              - {name: acme-governance, memory: 256}
            tables:
              - {name: acme-governance-policies, mode: provisioned, read: 5, write: 5, key: pk}
            """,
            Path.of("."));

    @RegisterExtension
    private static final FreshSandbox SANDBOX = new FreshSandbox(WORLD);

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void inAProject() throws IOException {
        commands = Commands.ofProject(folder, SANDBOX.get(), "cluster: acme");
    }

    /** Two hours of 1,200 answers a minute in 200 ms, so many of each minute failures. */
    private static void publish(int failures) {
        try (CloudWatchClient cloudWatch = CloudWatchClient.builder()
                .endpointOverride(SANDBOX.get().endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            List<MetricDatum> data = new ArrayList<>();
            for (int minute = 1; minute <= 120; minute++) {
                Instant at = now.minus(Duration.ofMinutes(minute));
                data.add(MetricDatum.builder()
                        .metricName("ResponseTime")
                        .unit("Milliseconds")
                        .timestamp(at)
                        .values(200.0)
                        .counts(1_200.0)
                        .build());
                data.add(MetricDatum.builder()
                        .metricName("ErrorRate")
                        .unit("Percent")
                        .timestamp(at)
                        .values(failures == 0 ? List.of(0.0) : List.of(0.0, 100.0))
                        .counts(failures == 0 ? List.of(1_200.0) : List.of(1_200.0 - failures, (double) failures))
                        .build());
                data.add(MetricDatum.builder()
                        .metricName("ClientErrorRate")
                        .unit("Percent")
                        .timestamp(at)
                        .values(0.0, 100.0)
                        .counts(1_176.0, 24.0)
                        .build());
            }
            cloudWatch.putMetricData(request -> request.namespace("acme/API").metricData(data));
        }
    }

    @Test
    void theShippedObjectivesHoldWhereAProjectHasNone() {
        Outcome list = commands.run("slo list");

        assertThat(list.code()).as(list.talk()).isZero();
        assertThat(list.talk()).contains("these are the shipped ones; agentctl slo init writes them out");
        assertThat(list.out()).contains("99.9 % of ErrorRate events good in 30d", "2% 1h/5m page");
        Outcome check = commands.run("slo check");
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out()).contains("note: api-latency, 3d and 6h", "4 objectives and 1 alarm, no mistakes");
    }

    @Test
    void theyAreWrittenOutOnceAndReadFromThereOn() {
        Outcome written = commands.run("slo init");

        assertThat(written.code()).as(written.talk()).isZero();
        assertThat(folder.resolve("slos.yaml")).exists();
        assertThat(commands.run("slo list").talk()).isEmpty();
        assertThat(commands.run("slo init").code()).isEqualTo(1);
    }

    @Test
    void allMistakesAreListed() throws IOException {
        Files.writeString(folder.resolve("slos.yaml"), "apiVersion: openslo/v1\nkind: SLOO\n---\nkind: SLO\n");

        Outcome check = commands.run("slo check");

        assertThat(check.code()).isEqualTo(65);
        assertThat(check.out().lines()).hasSize(3);
        assertThat(check.out()).contains("slos.yaml:2:7: error: 'kind' must be").contains("Did you mean SLO?");
        Outcome status = commands.run("slo status");
        assertThat(status.code()).isEqualTo(65);
        assertThat(status.talk())
                .contains("slos.yaml: 2 mistakes", "slos.yaml:4:1: error: a document needs an 'apiVersion'");
    }

    @Test
    void whatThePlannerWarnsOfIsFoundWithoutAws() throws IOException {
        assertThat(commands.run("slo init").code()).isZero();
        Path file = folder.resolve("slos.yaml");
        String shipped = Files.readString(file);

        Files.writeString(
                file,
                shipped.replaceAll("page-topics: .*", "pairs: 2% 1h/5m page")
                        .replaceAll("(?m)^.*ticket-topics: .*$", ""));
        Outcome untold = commands.run("slo check");
        assertThat(untold.code())
                .as("nobody is told, which no pipeline should pass over")
                .isEqualTo(3);
        assertThat(untold.out()).contains("warning: api-availability: its alarms tell nobody", "no mistakes");
        assertThat(commands.run("slo check --page-topic oncall --ticket-topic work")
                        .code())
                .isZero();

        Files.writeString(
                file,
                shipped.replace("targetPercent: 99.9", "targetPercent: 90")
                        .replaceAll("agentctl.io/(warning|critical): 99.*", "other/$1: none"));
        Outcome never = commands.run("slo check");
        assertThat(never.code()).as("as planning would say").isEqualTo(65);
        assertThat(never.out()).contains("error: api-availability, 1h and 5m: it could never fire");
    }

    @Test
    void anAnnotationHasApplicationSignalsKeepAnObjective() throws IOException {
        assertThat(commands.run("slo init").code()).isZero();
        Path file = folder.resolve("slos.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst(
                                "(?s)(name: api-availability.*?annotations:\\n)",
                                "$1    agentctl.io/backend: application-signals\n"));

        Outcome backends = commands.run("slo backends");
        assertThat(backends.code()).as(backends.talk()).isZero();
        assertThat(backends.out())
                .containsPattern("api-availability +application-signals +12 ")
                .containsPattern("api-latency +alarms ")
                .contains(
                        "charges for objectives is not known here",
                        "agentctl.io/backend: application-signals on an SLO");
        SANDBOX.get().sns().createTopic(topic -> topic.name("acme-pages"));
        SANDBOX.get().sns().createTopic(topic -> topic.name("acme-tickets"));
        Outcome applied = commands.run("alarms apply --skip-history --yes");
        assertThat(applied.code()).as(applied.talk()).isZero();
        assertThat(applied.out()).contains("✓ acme-api-availability: added");
        assertThat(applied.talk() + applied.out()).contains("+ acme-api-availability in Application Signals");
        assertThat(SANDBOX.get()
                        .signals()
                        .getServiceLevelObjective(request -> request.id("acme-api-availability"))
                        .slo()
                        .goal()
                        .attainmentGoal())
                .isEqualTo(99.9);
        assertThat(commands.run("alarms plan --skip-history --detailed-exitcode")
                        .code())
                .isZero();
    }

    @Test
    void anObjectiveThatIsKeptHasBudgetLeft() {
        publish(0);

        Outcome status = commands.run("slo status");

        assertThat(status.code()).as(status.out() + status.talk()).isZero();
        assertThat(status.out())
                .containsPattern("api-availability +✓ kept +100% +99\\.9% +100%, 14\\d events")
                .containsPattern("api-latency +✓ kept +100% +99% +100%, 1 min")
                .contains("4 objectives as of", "0 missed");
    }

    @Test
    void anObjectiveThatIsMissedEndsWithThree() {
        publish(12);

        Outcome status = commands.run("slo status -o json");

        assertThat(status.code()).as(status.talk()).isEqualTo(3);
        assertThat(commands.run("slo status -o json --query objectives[1].standing")
                        .out())
                .contains("missed");
        Outcome report = commands.run("slo report api-availability --since 1d");
        assertThat(report.code()).isEqualTo(3);
        assertThat(report.out())
                .contains("measured 99% of 144,000 events; may be bad 144 events, were 1,440 events")
                .contains("budget left over 1d |", "the budget is gone", "most was spent on");
        assertThat(commands.run("slo report api-availability --since 1d -o md").out())
                .startsWith("# Objectives over 1d\n\nAs of ")
                .contains("| api-availability | missed | 99.9% | 99% | ")
                .contains("- Of 144,000 events, 144 events may be bad; 1,440 events were.")
                .contains("| day | bad | of | budget spent |");
        assertThat(commands.run("slo report nonsense").code()).isEqualTo(64);
    }

    @Test
    void withoutFiguresThereIsNoVerdict() {
        Outcome status = commands.run("slo status");

        assertThat(status.code()).as(status.talk()).isZero();
        assertThat(status.out()).contains("? no data", "4 without data");
    }

    @Test
    void budgetsAreComparedWithUseAndWhatIsUnknownIsSaid() {
        Outcome status = commands.run("budget status --since 1h");

        assertThat(status.code()).as(status.out() + status.talk()).isEqualTo(3);
        assertThat(status.out())
                .containsPattern("CPU +api +\\d+% +70% +✗ over")
                .containsPattern("memory +api +\\d+% +80% +✓ within")
                .containsPattern("network +api +\\? +50% +\\? unknown +not measured: Container Insights is off")
                .containsPattern("table +acme-governance-policies reads +");
    }

    @Test
    void onePageShowsEverythingAndAFailureIsCritical() {
        publish(12);

        Outcome status = commands.run("status");

        assertThat(status.code()).as(status.out() + status.talk()).isEqualTo(3);
        assertThat(status.out())
                .contains("acme in context sandbox", "✗ critical", "objective api-availability is missed")
                .contains("p50 200 ms, p95 200 ms, p99 200 ms", "1,200 a minute", "1.00% of answers (5xx)")
                .contains("refused as wrong (4xx): 2.00%")
                .contains("Function    acme-governance: ", ", 256 MB of memory, ", " throttled in the last hour")
                .containsPattern("THROTTLED +NOTE")
                .containsPattern("table +acme-governance-policies reads +\\S+ +80% +\\S+ \\w+ +0")
                .contains("CPU of api is at", "Operations  none");
    }

    @Test
    void whatCannotBeReadDoesNotEndThePage() throws IOException {
        Files.writeString(folder.resolve("slos.yaml"), "apiVersion: openslo/v1\nkind: SLOO\n");

        Outcome status = commands.run("status");

        assertThat(status.code()).as(status.out() + status.talk()).isZero();
        assertThat(status.out()).contains("! warning", "objectives could not be read", "objectives: ", "1 mistake");
    }
}
