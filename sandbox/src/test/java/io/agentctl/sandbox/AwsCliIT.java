package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.world.World;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code aws} command, an independent client, reads the sandbox. */
class AwsCliIT {
    private static final Sandbox SANDBOX = Sandbox.start(World.defaultWorld(3));

    private final ObjectMapper mapper = new ObjectMapper();

    @BeforeAll
    static void requireTheCommand() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> new File(directory, "aws").canExecute());
        Assumptions.assumeTrue(there, "skipped: the aws command is not on the PATH");
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void describesServices() throws Exception {
        JsonNode answer = aws("ecs", "describe-services", "--cluster", "agent-runtime", "--services", "api");

        assertThat(answer.at("/services/0/runningCount").asInt()).isEqualTo(4);
        assertThat(answer.at("/services/0/deployments/0/rolloutState").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void describesATaskDefinitionWithItsTags() throws Exception {
        JsonNode answer = aws("ecs", "describe-task-definition", "--task-definition", "reasoning", "--include", "TAGS");

        assertThat(answer.at("/taskDefinition/runtimePlatform/cpuArchitecture").asText())
                .isEqualTo("ARM64");
        assertThat(answer.at("/taskDefinition/pidMode").asText()).isEqualTo("task");
        assertThat(answer.at("/tags")).hasSize(2);
    }

    @Test
    void readsMetricData() throws Exception {
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        String query =
                """
                [{"Id": "cpu", "MetricStat": {"Period": 300, "Stat": "Average", "Metric": {
                  "Namespace": "AWS/ECS", "MetricName": "CPUUtilization", "Dimensions": [
                    {"Name": "ClusterName", "Value": "agent-runtime"}, {"Name": "ServiceName", "Value": "api"}]}}}]""";
        JsonNode answer = aws(
                "cloudwatch",
                "get-metric-data",
                "--start-time",
                end.minus(2, ChronoUnit.HOURS).toString(),
                "--end-time",
                end.toString(),
                "--metric-data-queries",
                query);

        assertThat(answer.at("/MetricDataResults/0/Values")).hasSize(24);
        assertThat(answer.at("/MetricDataResults/0/StatusCode").asText()).isEqualTo("Complete");
    }

    @Test
    void describesScalableTargets() throws Exception {
        JsonNode answer = aws("application-autoscaling", "describe-scalable-targets", "--service-namespace", "ecs");

        assertThat(answer.at("/ScalableTargets/0/ResourceId").asText()).isEqualTo("service/agent-runtime/reasoning");
    }

    @Test
    void listsTables() throws Exception {
        assertThat(aws("dynamodb", "list-tables").at("/TableNames"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "agent-runtime-agentctl",
                        "agent-runtime-governance-policies",
                        "agent-runtime-sessions",
                        "agent-runtime-usage");
    }

    @Test
    void switchesATableToOnDemandAndFollowsItsScaling() throws Exception {
        assertThat(aws("dynamodb", "describe-table", "--table-name", "agent-runtime-sessions")
                        .at("/Table/ProvisionedThroughput/ReadCapacityUnits")
                        .asInt())
                .isEqualTo(400);
        aws(
                "application-autoscaling",
                "register-scalable-target",
                "--service-namespace",
                "dynamodb",
                "--resource-id",
                "table/agent-runtime-sessions/index/by-agent",
                "--scalable-dimension",
                "dynamodb:index:ReadCapacityUnits",
                "--min-capacity",
                "10",
                "--max-capacity",
                "80");
        SANDBOX.advance(Duration.ofSeconds(1));
        JsonNode pulled = aws("dynamodb", "describe-table", "--table-name", "agent-runtime-sessions");
        assertThat(pulled.at("/Table/GlobalSecondaryIndexes/0/ProvisionedThroughput/ReadCapacityUnits")
                        .asInt())
                .isEqualTo(80);

        JsonNode accepted = aws(
                "dynamodb",
                "update-table",
                "--table-name",
                "agent-runtime-sessions",
                "--billing-mode",
                "PAY_PER_REQUEST");
        assertThat(accepted.at("/TableDescription/TableStatus").asText()).isEqualTo("UPDATING");
        SANDBOX.advance(Duration.ofSeconds(1));
        assertThat(aws("dynamodb", "describe-table", "--table-name", "agent-runtime-sessions")
                        .at("/Table/BillingModeSummary/BillingMode")
                        .asText())
                .isEqualTo("PAY_PER_REQUEST");
    }

    @Test
    void reportsHotKeys() throws Exception {
        JsonNode insights = aws("dynamodb", "describe-contributor-insights", "--table-name", "agent-runtime-sessions");
        assertThat(insights.path("ContributorInsightsStatus").asText()).isEqualTo("ENABLED");
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        JsonNode report = aws(
                "cloudwatch",
                "get-insight-rule-report",
                "--rule-name",
                insights.at("/ContributorInsightsRuleList/0").asText(),
                "--start-time",
                end.minus(2, ChronoUnit.HOURS).toString(),
                "--end-time",
                end.toString(),
                "--period",
                "3600");
        assertThat(report.at("/Contributors/0/Keys/0").asText()).isEqualTo("session-demo");
        assertThat(report.at("/Contributors/0/ApproximateAggregateValue").asDouble())
                .isCloseTo(0.22 * report.path("AggregateValue").asDouble(), Offset.offset(1.0));
    }

    @Test
    void invokesAFunction(@TempDir Path directory) throws Exception {
        Path answer = directory.resolve("answer.json");
        JsonNode metadata = aws(
                "lambda",
                "invoke",
                "--function-name",
                "agent-runtime-governance",
                "--qualifier",
                "live",
                "--log-type",
                "Tail",
                "--payload",
                "{\"intent\": \"call_reasoning\"}",
                answer.toString());

        assertThat(metadata.at("/StatusCode").asInt()).isEqualTo(200);
        assertThat(metadata.at("/ExecutedVersion").asText()).isEqualTo("3");
        assertThat(Base64.getDecoder().decode(metadata.at("/LogResult").asText()))
                .asString(StandardCharsets.UTF_8)
                .contains("Memory Size: 512 MB");
        assertThat(mapper.readTree(Files.readString(answer)).at("/effect").asText())
                .isEqualTo("allow");
    }

    @Test
    void changesAFunctionAndPublishesIt() throws Exception {
        String function = "agent-runtime-reasoning";
        String revision = aws("lambda", "get-function-configuration", "--function-name", function)
                .at("/RevisionId")
                .asText();
        JsonNode updating = aws(
                "lambda",
                "update-function-configuration",
                "--function-name",
                function,
                "--memory-size",
                "512",
                "--revision-id",
                revision);
        assertThat(updating.at("/LastUpdateStatus").asText()).isEqualTo("InProgress");
        SANDBOX.advance(Duration.ofSeconds(1));

        JsonNode version = aws("lambda", "publish-version", "--function-name", function, "--description", "by hand");
        assertThat(version.at("/MemorySize").asInt()).isEqualTo(512);
        aws(
                "lambda",
                "create-alias",
                "--function-name",
                function,
                "--name",
                "next",
                "--function-version",
                version.at("/Version").asText());
        assertThat(aws("lambda", "list-provisioned-concurrency-configs", "--function-name", function)
                        .at("/ProvisionedConcurrencyConfigs/0/Status")
                        .asText())
                .isEqualTo("READY");
        assertThat(aws("lambda", "get-account-settings")
                        .at("/AccountLimit/UnreservedConcurrentExecutions")
                        .asInt())
                .isEqualTo(996);
    }

    @Test
    void sendsAndReceivesAMessage() throws Exception {
        String url = aws("sqs", "get-queue-url", "--queue-name", "agent-runtime-dispatch")
                .at("/QueueUrl")
                .asText();
        JsonNode sent = aws("sqs", "send-message", "--queue-url", url, "--message-body", "hello");
        JsonNode received = aws("sqs", "receive-message", "--queue-url", url, "--wait-time-seconds", "5");

        assertThat(received.at("/Messages/0/Body").asText()).isEqualTo("hello");
        assertThat(received.at("/Messages/0/MessageId")).isEqualTo(sent.at("/MessageId"));
    }

    @Test
    void readsWhatFunctionsWereBilledByTagAndDay() throws Exception {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        JsonNode answer = aws(
                "ce",
                "get-cost-and-usage",
                "--time-period",
                "Start=" + day.minusDays(1) + ",End=" + day.plusDays(1),
                "--granularity",
                "DAILY",
                "--metrics",
                "UnblendedCost",
                "--filter",
                "{\"Dimensions\": {\"Key\": \"SERVICE\", \"Values\": [\"AWS Lambda\"]}}",
                "--group-by",
                "Type=TAG,Key=team");

        assertThat(answer.at("/ResultsByTime")).hasSize(2);
        JsonNode result = answer.at("/ResultsByTime/1");
        assertThat(result.at("/TimePeriod/Start").asText()).isEqualTo(day.toString());
        assertThat(result.at("/Groups")).anySatisfy(group -> {
            assertThat(group.at("/Keys/0").asText()).isEqualTo("team$governance");
            assertThat(Double.parseDouble(
                            group.at("/Metrics/UnblendedCost/Amount").asText()))
                    .isPositive();
        });
    }

    private JsonNode aws(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("aws", "--endpoint-url", SANDBOX.endpoint().toString(), "--output", "json"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_PAGER", ""));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return mapper.readTree(output);
    }
}
