package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Logs that are written and read, and metrics that come of them. */
class LogsIT {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String GROUP = "/ecs/api";

    private final Sandbox sandbox =
            Sandbox.start(World.defaultWorld(7), SandboxOptions.usual().withClock(new ManualClock(NOW.toString())));
    private final CloudWatchLogsClient logs = Clients.of(CloudWatchLogsClient.builder(), sandbox);

    @BeforeEach
    void create() {
        logs.createLogGroup(request -> request.logGroupName(GROUP));
        logs.createLogStream(request -> request.logGroupName(GROUP).logStreamName("task-1"));
    }

    @AfterEach
    void stop() {
        logs.close();
        sandbox.close();
    }

    private PutLogEventsResponse put(InputLogEvent... events) {
        return logs.putLogEvents(
                request -> request.logGroupName(GROUP).logStreamName("task-1").logEvents(events));
    }

    private static InputLogEvent event(Instant at, String message) {
        return InputLogEvent.builder()
                .timestamp(at.toEpochMilli())
                .message(message)
                .build();
    }

    private GetLogEventsResponse get(int limit, String token) {
        return logs.getLogEvents(request -> request.logGroupName(GROUP)
                .logStreamName("task-1")
                .startFromHead(true)
                .limit(limit)
                .nextToken(token));
    }

    @Test
    void eventsAreReadInPagesAndByTerms() {
        put(Stream.iterate(0, i -> i + 1)
                .limit(5)
                .map(i -> event(NOW.plusMillis(i), i % 2 == 0 ? "even " + i : "odd " + i))
                .toArray(InputLogEvent[]::new));
        GetLogEventsResponse first = get(3, null);
        GetLogEventsResponse second = get(3, first.nextForwardToken());

        assertThat(first.events()).extracting(OutputLogEvent::message).containsExactly("even 0", "odd 1", "even 2");
        assertThat(second.events()).extracting(OutputLogEvent::message).containsExactly("odd 3", "even 4");
        assertThat(get(3, second.nextForwardToken()).nextForwardToken()).isEqualTo(second.nextForwardToken());
        assertThat(logs.filterLogEvents(request -> request.logGroupName(GROUP).filterPattern("even -\"even 2\""))
                        .events())
                .extracting(FilteredLogEvent::message)
                .containsExactly("even 0", "even 4");
        assertThat(logs.describeLogGroups(request -> request.logGroupNamePrefix("/ecs/"))
                        .logGroups())
                .extracting(LogGroup::logGroupName)
                .containsExactly(GROUP);
    }

    @Test
    void embeddedMetricsBecomeMetricsWithTheirPercentiles() {
        put(event(
                NOW.minusSeconds(30),
                """
                {"log": "metrics", "team": "runtime", "ResponseTime": {"Values": [100, 900], "Counts": [95, 5]}, "Errors": [1, 0],
                "_aws": {"Timestamp": %d, "CloudWatchMetrics": [{"Namespace": "other/API", "Dimensions": [[], ["team"]],
                "Metrics": [{"Name": "ResponseTime", "Unit": "Milliseconds"}, {"Name": "Errors", "Unit": "Count"}]}]}}"""
                        .formatted(NOW.minusSeconds(30).toEpochMilli())));

        assertThat(statistic("p90")).isEqualTo(100);
        assertThat(statistic("p99")).isEqualTo(900);
        assertThat(sandbox.cloudWatch()
                        .listMetrics(request -> request.namespace("other/API"))
                        .metrics())
                .hasSize(4);
    }

    private double statistic(String name) {
        CloudWatchClient cloudWatch = sandbox.cloudWatch();
        return cloudWatch
                .getMetricStatistics(request -> request.namespace("other/API")
                        .metricName("ResponseTime")
                        .startTime(NOW.minusSeconds(60))
                        .endTime(NOW)
                        .period(60)
                        .extendedStatistics(name))
                .datapoints()
                .getFirst()
                .extendedStatistics()
                .get(name);
    }

    @Test
    void linesThatAreNoMetricsAreLinesAllTheSame() {
        List<String> lines = List.of(
                "{\"_aws\": {\"CloudWatchMetrics\": [{\"Namespace\": \"t\", \"Dimensions\": [[\"lost\"]], \"Metrics\": [{\"Name\": \"m\"}]}]}, \"m\": 1}",
                "\"_aws\" broken {");
        put(lines.stream().map(line -> event(NOW, line)).toArray(InputLogEvent[]::new));

        assertThat(get(10, null).events()).extracting(OutputLogEvent::message).isEqualTo(lines);
        assertThat(sandbox.cloudWatch()
                        .listMetrics(request -> request.namespace("t"))
                        .metrics())
                .isEmpty();
    }

    @Test
    void eventsThatAreTooOldOrOutOfOrderAreNotTaken() {
        assertThat(put(event(NOW.minus(Duration.ofDays(15)), "old"), event(NOW, "new"))
                        .rejectedLogEventsInfo()
                        .tooOldLogEventEndIndex())
                .isEqualTo(1);
        assertThat(get(10, null).events()).hasSize(1);
        assertThatThrownBy(() -> put(event(NOW, "b"), event(NOW.minusSeconds(1), "a")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("chronological order");
        assertThatThrownBy(() -> logs.putLogEvents(request ->
                        request.logGroupName(GROUP).logStreamName("lost").logEvents(event(NOW, "x"))))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}
