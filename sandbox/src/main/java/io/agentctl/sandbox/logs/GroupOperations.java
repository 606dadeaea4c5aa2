package io.agentctl.sandbox.logs;

import io.agentctl.sandbox.ecs.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

/** The operations on groups and streams as a whole. */
final class GroupOperations {
    private static final int MOST = 50;

    private final LogsState state;

    GroupOperations(LogsState state) {
        this.state = state;
    }

    CreateLogGroupResponse create(CreateLogGroupRequest request) {
        String name = request.logGroupName() == null ? "" : request.logGroupName();
        if (!name.matches("[.\\-_/#A-Za-z0-9]{1,512}")) {
            throw LogsErrors.invalid("1 validation error detected: Value '" + name + "' at 'logGroupName' failed to"
                    + " satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
        }
        if (state.groups().putIfAbsent(name, new LogStreams(state.now())) != null) {
            throw LogsErrors.exists("log group");
        }
        return CreateLogGroupResponse.builder().build();
    }

    DeleteLogGroupResponse delete(DeleteLogGroupRequest request) {
        LogStreams group = state.group(request.logGroupName(), null);
        state.groups().values().remove(group);
        return DeleteLogGroupResponse.builder().build();
    }

    CreateLogStreamResponse create(CreateLogStreamRequest request) {
        LogStreams group = state.group(request.logGroupName(), null);
        String name = request.logStreamName() == null ? "" : request.logStreamName();
        if (!name.matches("[^:*]{1,512}")) {
            throw LogsErrors.invalid("1 validation error detected: Value '" + name + "' at 'logStreamName' failed to"
                    + " satisfy constraint: Member must satisfy regular expression pattern: [^:*]*");
        }
        if (group.find(name).isPresent()) {
            throw LogsErrors.exists("log stream");
        }
        group.create(name, state.now());
        return CreateLogStreamResponse.builder().build();
    }

    DeleteLogStreamResponse delete(DeleteLogStreamRequest request) {
        LogStreams group = state.group(request.logGroupName(), null);
        LogStreams.Stream stream = group.find(request.logStreamName()).orElseThrow(LogsErrors::noStream);
        group.delete(stream.name());
        return DeleteLogStreamResponse.builder().build();
    }

    DescribeLogGroupsResponse describe(DescribeLogGroupsRequest request) {
        String prefix = request.logGroupNamePrefix() == null ? "" : request.logGroupNamePrefix();
        String part = request.logGroupNamePattern() == null ? "" : request.logGroupNamePattern();
        List<LogGroup> groups = state.groups().entrySet().stream()
                .filter(group ->
                        group.getKey().startsWith(prefix) && group.getKey().contains(part))
                .map(this::view)
                .toList();
        Page<LogGroup> page = page(groups, request.nextToken(), request.limit());
        return DescribeLogGroupsResponse.builder()
                .logGroups(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private LogGroup view(Map.Entry<String, LogStreams> group) {
        return LogGroup.builder()
                .logGroupName(group.getKey())
                .arn(state.arn(group.getKey()) + ":*")
                .logGroupArn(state.arn(group.getKey()))
                .creationTime(group.getValue().created())
                .metricFilterCount(0)
                .storedBytes(group.getValue().storedBytes())
                .logGroupClass("STANDARD")
                .build();
    }

    DescribeLogStreamsResponse describe(DescribeLogStreamsRequest request) {
        LogStreams group = state.group(request.logGroupName(), request.logGroupIdentifier());
        String arn = state.arn(request.logGroupName() == null ? "" : request.logGroupName()) + ":log-stream:";
        String prefix = request.logStreamNamePrefix() == null ? "" : request.logStreamNamePrefix();
        Comparator<LogStream> order = request.orderBy() == OrderBy.LAST_EVENT_TIME
                ? Comparator.comparingLong(
                        stream -> stream.lastEventTimestamp() == null ? 0 : stream.lastEventTimestamp())
                : Comparator.comparing(LogStream::logStreamName);
        List<LogStream> streams = group.all().stream()
                .filter(stream -> stream.name().startsWith(prefix))
                .map(stream -> view(stream, arn))
                .sorted(Boolean.TRUE.equals(request.descending()) ? order.reversed() : order)
                .toList();
        Page<LogStream> page = page(streams, request.nextToken(), request.limit());
        return DescribeLogStreamsResponse.builder()
                .logStreams(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static LogStream view(LogStreams.Stream stream, String arn) {
        LogStream.Builder view = LogStream.builder()
                .logStreamName(stream.name())
                .creationTime(stream.created())
                .arn(arn + stream.name());
        List<Event> events = stream.ordered();
        if (!events.isEmpty()) {
            view.firstEventTimestamp(events.getFirst().at())
                    .lastEventTimestamp(events.getLast().at())
                    .lastIngestionTime(stream.events().peekLast().ingested());
        }
        return view.build();
    }

    private static <T> Page<T> page(List<T> all, String token, Integer limit) {
        try {
            return Page.of(all, token, limit == null ? MOST : Math.clamp(limit, 1, MOST));
        } catch (IllegalArgumentException ignored) {
            throw LogsErrors.invalid("The specified nextToken is invalid.");
        }
    }
}
