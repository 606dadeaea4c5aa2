package io.agentctl.sandbox.logs;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.metrics.MetricOperations;
import io.agentctl.sandbox.time.Simulation;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;

/** The SDK's client interface over logs; what it does not override, the interface refuses. */
public final class LogsEmulation implements CloudWatchLogsClient {
    private final Simulation simulation;
    private final GroupOperations groups;
    private final EventWriter writer;
    private final EventReader reader;

    /**
     * An account without logs.
     *
     * @param simulation when it is, and the lock
     * @param arns account and region
     * @param metrics what embedded metrics become
     */
    public LogsEmulation(Simulation simulation, Arns arns, MetricOperations metrics) {
        LogsState state = new LogsState(simulation, arns);
        this.simulation = simulation;
        this.groups = new GroupOperations(state);
        this.writer = new EventWriter(state, metrics);
        this.reader = new EventReader(state);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private <Q, R> R now(Function<Q, R> operation, Q request) {
        return simulation.now(() -> operation.apply(request));
    }

    /** Takes a line of a container; its group and stream come into being with their first line. */
    public void line(String group, String stream, String line) {
        simulation.now(() -> {
            make(() -> groups.create(
                    CreateLogGroupRequest.builder().logGroupName(group).build()));
            make(() -> groups.create(CreateLogStreamRequest.builder()
                    .logGroupName(group)
                    .logStreamName(stream)
                    .build()));
            return writer.put(PutLogEventsRequest.builder()
                    .logGroupName(group)
                    .logStreamName(stream)
                    .logEvents(InputLogEvent.builder()
                            .message(line.isEmpty() ? " " : line)
                            .timestamp(simulation.instant().toEpochMilli())
                            .build())
                    .build());
        });
    }

    private static void make(Runnable creation) {
        try {
            creation.run();
        } catch (ResourceAlreadyExistsException ignored) {
            // As it is from the second line on.
        }
    }

    @Override
    public CreateLogGroupResponse createLogGroup(CreateLogGroupRequest request) {
        return now(groups::create, request);
    }

    @Override
    public DeleteLogGroupResponse deleteLogGroup(DeleteLogGroupRequest request) {
        return now(groups::delete, request);
    }

    @Override
    public CreateLogStreamResponse createLogStream(CreateLogStreamRequest request) {
        return now(groups::create, request);
    }

    @Override
    public DeleteLogStreamResponse deleteLogStream(DeleteLogStreamRequest request) {
        return now(groups::delete, request);
    }

    @Override
    public DescribeLogGroupsResponse describeLogGroups(DescribeLogGroupsRequest request) {
        return now(groups::describe, request);
    }

    @Override
    public DescribeLogStreamsResponse describeLogStreams(DescribeLogStreamsRequest request) {
        return now(groups::describe, request);
    }

    @Override
    public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
        return now(writer::put, request);
    }

    @Override
    public GetLogEventsResponse getLogEvents(GetLogEventsRequest request) {
        return now(reader::get, request);
    }

    @Override
    public FilterLogEventsResponse filterLogEvents(FilterLogEventsRequest request) {
        return now(reader::filter, request);
    }
}
