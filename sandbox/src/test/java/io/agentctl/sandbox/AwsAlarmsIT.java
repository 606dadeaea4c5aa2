package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.world.World;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;

/** The {@code aws} command, an independent client, reads alarms and writes to topics. For CloudWatch it speaks CBOR. */
class AwsAlarmsIT {
    private static final Sandbox SANDBOX = Sandbox.start(World.defaultWorld(3));
    private static final String PAGES = "arn:aws:sns:us-east-1:111122223333:agent-runtime-pages";

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
    void describeAlarmsReadsWhatWasSet() throws Exception {
        SANDBOX.cloudWatch().putMetricAlarm(request -> request.alarmName("agent-runtime-high-latency")
                .alarmDescription("API latency too high")
                .namespace("agent-runtime/API")
                .metricName("ResponseTime")
                .extendedStatistic("p95")
                .period(300)
                .evaluationPeriods(2)
                .threshold(750.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .alarmActions(PAGES));
        SANDBOX.cloudWatch().putCompositeAlarm(request -> request.alarmName("runtime")
                .alarmRule("ALARM(\"agent-runtime-high-latency\")"));
        SANDBOX.advance(Duration.ofMinutes(2));
        JsonNode answer = aws("cloudwatch", "describe-alarms", "--alarm-types", "MetricAlarm", "CompositeAlarm");

        JsonNode alarm = answer.at("/MetricAlarms/0");
        assertThat(alarm.at("/StateValue").asText()).isEqualTo("OK");
        assertThat(alarm.at("/StateReason").asText()).startsWith("Threshold Crossed");
        assertThat(alarm.at("/ExtendedStatistic").asText()).isEqualTo("p95");
        assertThat(alarm.at("/Threshold").asDouble()).isEqualTo(750);
        assertThat(alarm.at("/AlarmActions/0").asText()).isEqualTo(PAGES);
        assertThat(answer.at("/CompositeAlarms/0/StateValue").asText()).isEqualTo("OK");
        assertThat(aws("cloudwatch", "describe-alarm-history", "--alarm-name", "agent-runtime-high-latency")
                        .at("/AlarmHistoryItems/0/HistorySummary")
                        .asText())
                .isEqualTo("Alarm updated from INSUFFICIENT_DATA to OK");
    }

    @Test
    void topicsAndDashboardsAreReadAndWritten() throws Exception {
        assertThat(aws("sns", "publish", "--topic-arn", PAGES, "--message", "hello")
                        .at("/MessageId")
                        .asText())
                .isNotEmpty();
        assertThat(aws("sns", "list-subscriptions-by-topic", "--topic-arn", PAGES)
                        .at("/Subscriptions/0/Protocol")
                        .asText())
                .isEqualTo("sqs");
        aws(
                "cloudwatch",
                "put-dashboard",
                "--dashboard-name",
                "runtime",
                "--dashboard-body",
                "{\"widgets\": [{\"type\": \"text\", \"properties\": {\"markdown\": \"# runtime\"}}]}");
        assertThat(aws("cloudwatch", "list-dashboards")
                        .at("/DashboardEntries/0/DashboardName")
                        .asText())
                .isEqualTo("runtime");
    }

    @Test
    void objectivesOfApplicationSignalsAreSetChangedAndRead() throws Exception {
        aws(
                "application-signals",
                "create-service-level-objective",
                "--name",
                "acme-latency",
                "--sli-config",
                """
                {"SliMetricConfig": {"MetricDataQueries": [{"Id": "figure", "ReturnData": true, "MetricStat": {
                 "Metric": {"Namespace": "acme/API", "MetricName": "ResponseTime"}, "Period": 60, "Stat": "p95"}}]},
                 "MetricThreshold": 500, "ComparisonOperator": "LessThanOrEqualTo"}""",
                "--goal",
                "{\"Interval\": {\"CalendarInterval\": {\"StartTime\": 1767225600, \"DurationUnit\": \"MONTH\", \"Duration\": 1}}}");
        aws(
                "application-signals",
                "update-service-level-objective",
                "--id",
                "acme-latency",
                "--burn-rate-configurations",
                "LookBackWindowMinutes=60");

        JsonNode read = aws("application-signals", "get-service-level-objective", "--id", "acme-latency");

        assertThat(read.at("/Slo/EvaluationType").asText()).isEqualTo("PeriodBased");
        assertThat(read.at("/Slo/Goal/Interval/CalendarInterval/StartTime").asText())
                .as("one version of the command shows seconds, the other a date")
                .matches("1767225600(\\.0)?|2026-01-01T00:00:00.*");
        assertThat(read.at("/Slo/BurnRateConfigurations/0/LookBackWindowMinutes")
                        .asInt())
                .isEqualTo(60);
        assertThat(aws("application-signals", "list-service-level-objectives")
                        .at("/SloSummaries/0/Name")
                        .asText())
                .isEqualTo("acme-latency");
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
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return mapper.readTree(output);
    }
}
